// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

import dev.parsimony.weaving.Advised;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.asm.Advice.AssignReturned.ToReturned;
import net.bytebuddy.asm.Advice.AssignReturned.ToThrown;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import org.jspecify.annotations.Nullable;

/** Advice around {@code execute(TransformingAsyncResponseHandler)} of a client that returns futures. */
public final class ExecuteAsync {
    private ExecuteAsync() {}

    /** Before it; returns what {@link Advised} says, and behind that the handler to use. */
    @Advice.OnMethodEnter(
            inline = false,
            suppress = Throwable.class,
            skipOn = Advice.OnNonDefaultValue.class,
            skipOnIndex = Advised.ANSWER)
    @ToArguments(@ToArgument(value = 0, index = Advised.MORE, typing = Typing.DYNAMIC))
    public static @Nullable Object @Nullable [] enter(
            @Advice.This Object execution,
            @Advice.Argument(0) Object handler,
            @Advice.FieldValue("request") Object request,
            @Advice.FieldValue("originalRequest") Object typed,
            @Advice.FieldValue("executionContext") Object context)
            throws Throwable {
        return Scope.isOurs(typed) ? Here.SEAM.executeAsync(execution, handler, request, context) : null;
    }

    /** After it, however it ended; returns what {@link Advised} says. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    @ToReturned(index = Advised.RETURNED, typing = Typing.DYNAMIC)
    @ToThrown(index = Advised.THROWN, typing = Typing.DYNAMIC)
    public static @Nullable Object @Nullable [] exit(
            @Advice.Enter @Nullable Object @Nullable [] entered,
            @Advice.Return(typing = Typing.DYNAMIC) @Nullable Object returned,
            @Advice.Thrown @Nullable Throwable thrown) {
        return entered == null ? null : Here.SEAM.executedAsync(entered, returned, thrown);
    }
}
