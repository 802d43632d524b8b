// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless.advice;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import org.jspecify.annotations.Nullable;

/** Advice behind {@code PrepareRequest.prepareAsync(HttpRequest, ClientOptions, ..)}. */
public final class PrepareAsync {
    private PrepareAsync() {}

    /** After it has returned. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void exit(
            @Advice.Argument(1) Object options, @Advice.Return(typing = Typing.DYNAMIC) @Nullable Object prepared)
            throws Throwable {
        Here.SEAM.preparedAsync(prepared, options);
    }
}
