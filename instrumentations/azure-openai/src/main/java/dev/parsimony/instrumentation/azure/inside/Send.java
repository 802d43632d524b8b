// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.azure.inside;

import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.util.Context;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToReturned;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import org.jspecify.annotations.Nullable;

/** Advice around {@code send(HttpRequest, Context)} of a pipeline. */
public final class Send {
    private Send() {}

    /** Before it; returns, in an array, what it is to return without being called, or null. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class, skipOn = Advice.OnNonDefaultValue.class)
    public static @Nullable Object @Nullable [] enter(
            @Advice.This Object pipeline,
            @Advice.Argument(0) Object request,
            @Advice.Argument(1) @Nullable Object context) {
        return Here.SEAM.send((HttpPipeline) pipeline, (HttpRequest) request, (Context) context);
    }

    /** After it; returns what was returned before it. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    @ToReturned(index = 0, typing = Typing.DYNAMIC)
    public static @Nullable Object @Nullable [] exit(@Advice.Enter @Nullable Object @Nullable [] entered) {
        return entered;
    }
}
