// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.apache.inside;

import dev.parsimony.weaving.Advised;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.asm.Advice.AssignReturned.ToReturned;
import net.bytebuddy.asm.Advice.AssignReturned.ToThrown;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** Advice around {@code doExecute(HttpHost, ClassicHttpRequest, HttpContext)} of a client. */
public final class Execute {
    private Execute() {}

    /** Before it; returns what {@link Advised} says. */
    @Advice.OnMethodEnter(
            inline = false,
            suppress = Throwable.class,
            skipOn = Advice.OnNonDefaultValue.class,
            skipOnIndex = Advised.ANSWER)
    @ToArguments(@ToArgument(value = 1, index = Advised.REQUEST, typing = Typing.DYNAMIC))
    public static @Nullable Object @Nullable [] enter(
            @Advice.This Object client,
            @Advice.Argument(0) @Nullable Object target,
            @Advice.Argument(1) Object request,
            @Advice.Argument(2) @Nullable Object context)
            throws Throwable {
        return Here.SEAM.execute(client, (HttpHost) target, (ClassicHttpRequest) request, context);
    }

    /** After it, however it ended; returns what {@link Advised} says. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    @ToReturned(index = Advised.RETURNED, typing = Typing.DYNAMIC)
    @ToThrown(index = Advised.THROWN, typing = Typing.DYNAMIC)
    public static @Nullable Object @Nullable [] exit(
            @Advice.Enter @Nullable Object @Nullable [] entered,
            @Advice.Return(typing = Typing.DYNAMIC) @Nullable Object returned,
            @Advice.Thrown @Nullable Throwable thrown) {
        return Here.SEAM.executed(entered, (ClassicHttpResponse) returned, thrown);
    }
}
