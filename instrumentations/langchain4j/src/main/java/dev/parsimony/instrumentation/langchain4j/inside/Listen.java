// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.langchain4j.inside;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.parsimony.weaving.Advised;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import org.jspecify.annotations.Nullable;

/** Advice around {@code execute(HttpRequest, ServerSentEventParser, ServerSentEventListener)} of a client. */
public final class Listen {
    private Listen() {}

    /** Before it; returns what {@link Advised} says, and behind that the parser and the listener to use. */
    @Advice.OnMethodEnter(
            inline = false,
            suppress = Throwable.class,
            skipOn = Advice.OnNonDefaultValue.class,
            skipOnIndex = Advised.ANSWER)
    @ToArguments({
        @ToArgument(value = 0, index = Advised.REQUEST, typing = Typing.DYNAMIC),
        @ToArgument(value = 1, index = Advised.MORE, typing = Typing.DYNAMIC),
        @ToArgument(value = 2, index = Advised.MORE + 1, typing = Typing.DYNAMIC)
    })
    public static @Nullable Object @Nullable [] enter(
            @Advice.This Object client,
            @Advice.Argument(0) Object request,
            @Advice.Argument(1) Object parser,
            @Advice.Argument(2) Object listener) {
        return Here.SEAM.listen(
                (HttpClient) client, (HttpRequest) request, (ServerSentEventParser) parser, (ServerSentEventListener)
                        listener);
    }

    /** After it, however it ended. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    public static void exit(
            @Advice.Enter @Nullable Object @Nullable [] entered, @Advice.Thrown @Nullable Throwable thrown) {
        Here.SEAM.listened(entered, thrown);
    }
}
