// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.langchain4j.inside;

import static dev.langchain4j.http.client.sse.ServerSentEventListenerUtils.ignoringExceptions;

import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.parsimony.exchange.Reply;
import java.io.ByteArrayInputStream;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Tells the application's listener a stored stream, as a transport would tell one that comes: on another thread, since a
 * caller does not expect to hear it before its call has returned.
 *
 * @param parser the application's
 * @param listener the application's
 * @param elsewhere the other thread
 */
record Replay(ServerSentEventParser parser, ServerSentEventListener listener, Executor elsewhere)
        implements Consumer<Reply> {
    @Override
    public void accept(Reply reply) {
        elsewhere.execute(() -> tell(reply));
    }

    /** As LangChain4j's clients do: what a listener throws is logged and forgotten, what the parser throws is told it. */
    private void tell(Reply reply) {
        try {
            ignoringExceptions(() -> listener.onOpen(HttpTypes.response(reply).build()));
            parser.parse(new ByteArrayInputStream(reply.body()), listener);
            ignoringExceptions(listener::onClose);
        } catch (Throwable thrown) {
            CompletionException told =
                    thrown instanceof CompletionException wrapped ? wrapped : new CompletionException(thrown);
            ignoringExceptions(() -> listener.onError(told));
        }
    }
}
