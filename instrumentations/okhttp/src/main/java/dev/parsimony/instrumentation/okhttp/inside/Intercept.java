// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.okhttp.inside;

import net.bytebuddy.asm.Advice;
import okhttp3.Interceptor;

/** Advice before {@code intercept(Chain)} of the interceptor that writes to the connection. */
public final class Intercept {
    private Intercept() {}

    /** Before it. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void enter(@Advice.Argument(0) Object chain) throws Throwable {
        Here.SEAM.connected((Interceptor.Chain) chain);
    }
}
