// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.langchain4j.inside;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.parsimony.exchange.Reply;
import java.io.ByteArrayInputStream;
import java.util.function.Consumer;

/**
 * Tells the application's listener a stored stream, as a transport would tell one that comes: on another thread, since a
 * caller does not expect to hear it before its call has returned.
 *
 * @param parser the application's
 * @param listener the application's
 */
record Replay(ServerSentEventParser parser, ServerSentEventListener listener) implements Consumer<Reply> {
    @Override
    public void accept(Reply reply) {
        Thread thread = new Thread(() -> tell(reply), "parsimony-answer");
        thread.setDaemon(true);
        thread.start();
    }

    /** What the application's own code throws concerns nobody else, as in LangChain4j's clients. */
    private void tell(Reply reply) {
        unfailing(() -> listener.onOpen(SuccessfulHttpResponse.builder()
                .statusCode(reply.status())
                .headers(reply.headers())
                .build()));
        unfailing(() -> parser.parse(new ByteArrayInputStream(reply.body()), listener));
        unfailing(listener::onClose);
    }

    private void unfailing(Runnable told) {
        try {
            told.run();
        } catch (RuntimeException thrown) {
            listener.onError(thrown);
        }
    }
}
