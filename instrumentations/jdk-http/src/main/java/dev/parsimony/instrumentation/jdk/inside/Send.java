// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.jdk.inside;

import dev.parsimony.weaving.Advised;
import java.lang.ref.Reference;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.asm.Advice.AssignReturned.ToReturned;
import net.bytebuddy.asm.Advice.AssignReturned.ToThrown;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import org.jspecify.annotations.Nullable;

/** Advice around {@code send(HttpRequest, BodyHandler)} of the client. */
public final class Send {
    private Send() {}

    /** Before it; returns what {@link Advised} says, and behind that the handler to use. */
    @Advice.OnMethodEnter(
            inline = false,
            suppress = Throwable.class,
            skipOn = Advice.OnNonDefaultValue.class,
            skipOnIndex = Advised.ANSWER)
    @ToArguments({
        @ToArgument(value = 0, index = Advised.REQUEST, typing = Typing.DYNAMIC),
        @ToArgument(value = 1, index = Advised.MORE, typing = Typing.DYNAMIC)
    })
    public static @Nullable Object @Nullable [] enter(
            @Advice.This Object client,
            @Advice.FieldValue("facadeRef") Object facade,
            @Advice.Argument(0) Object request,
            @Advice.Argument(1) Object handler) {
        return Here.SEAM.send(
                (HttpClient) client, (Reference<?>) facade, (HttpRequest) request, (BodyHandler<?>) handler);
    }

    /** After it, however it ended; returns what {@link Advised} says. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    @ToReturned(index = Advised.RETURNED, typing = Typing.DYNAMIC)
    @ToThrown(index = Advised.THROWN, typing = Typing.DYNAMIC)
    public static @Nullable Object @Nullable [] exit(
            @Advice.Enter @Nullable Object @Nullable [] entered,
            @Advice.Return(typing = Typing.DYNAMIC) @Nullable Object returned,
            @Advice.Thrown @Nullable Throwable thrown) {
        return Here.SEAM.sent(entered, (HttpResponse<?>) returned, thrown);
    }
}
