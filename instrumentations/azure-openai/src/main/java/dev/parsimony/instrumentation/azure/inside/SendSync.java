// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.azure.inside;

import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import dev.parsimony.weaving.Advised;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.asm.Advice.AssignReturned.ToReturned;
import net.bytebuddy.asm.Advice.AssignReturned.ToThrown;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import org.jspecify.annotations.Nullable;

/** Advice around {@code sendSync(HttpRequest, Context)} of a pipeline. */
public final class SendSync {
    private SendSync() {}

    /** Before it; returns what {@link Advised} says. */
    @Advice.OnMethodEnter(
            inline = false,
            suppress = Throwable.class,
            skipOn = Advice.OnNonDefaultValue.class,
            skipOnIndex = Advised.ANSWER)
    @ToArguments(@ToArgument(value = 0, index = Advised.REQUEST, typing = Typing.DYNAMIC))
    public static @Nullable Object @Nullable [] enter(
            @Advice.This Object pipeline,
            @Advice.Argument(0) Object request,
            @Advice.Argument(1) @Nullable Object context) {
        return Here.SEAM.sendSync((HttpPipeline) pipeline, (HttpRequest) request, (Context) context);
    }

    /** After it, however it ended; returns what {@link Advised} says. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    @ToReturned(index = Advised.RETURNED, typing = Typing.DYNAMIC)
    @ToThrown(index = Advised.THROWN, typing = Typing.DYNAMIC)
    public static @Nullable Object @Nullable [] exit(
            @Advice.Enter @Nullable Object @Nullable [] entered,
            @Advice.Return(typing = Typing.DYNAMIC) @Nullable Object returned,
            @Advice.Thrown @Nullable Throwable thrown) {
        return Here.SEAM.sentSync(entered, (HttpResponse) returned, thrown);
    }
}
