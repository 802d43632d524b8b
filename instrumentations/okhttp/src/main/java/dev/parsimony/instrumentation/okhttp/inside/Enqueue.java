// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.okhttp.inside;

import net.bytebuddy.asm.Advice;
import okhttp3.Call;

/** Advice before {@code enqueue(Callback)} of a call. */
public final class Enqueue {
    private Enqueue() {}

    /** Before it. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void enter(@Advice.This Object call) {
        Here.SEAM.enqueued((Call) call);
    }
}
