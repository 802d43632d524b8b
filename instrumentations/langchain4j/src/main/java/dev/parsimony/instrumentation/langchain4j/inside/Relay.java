// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.langchain4j.inside;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.parsimony.weaving.Listening;
import java.io.InputStream;

/** Stands between a client and the application's parser and listener, and hands everything on. */
final class Relay implements ServerSentEventParser, ServerSentEventListener {
    private final Listening<HttpRequest, SuccessfulHttpResponse> call;
    private final HttpClient client;
    private final ServerSentEventParser parser;
    private final ServerSentEventListener listener;

    Relay(
            Listening<HttpRequest, SuccessfulHttpResponse> call,
            HttpClient client,
            ServerSentEventParser parser,
            ServerSentEventListener listener) {
        this.call = call;
        this.client = client;
        this.parser = parser;
        this.listener = listener;
    }

    @Override
    public void onOpen(SuccessfulHttpResponse response) {
        call.opened(response);
        listener.onOpen(response);
    }

    @Override
    public void parse(InputStream body, ServerSentEventListener events) {
        try {
            parser.parse(call.body(body), events);
        } finally {
            call.over();
        }
    }

    @Override
    public void onEvent(ServerSentEvent event) {
        listener.onEvent(event);
    }

    /** Not there before LangChain4j 1.3, which then never calls it. */
    @Override
    public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
        listener.onEvent(event, context);
    }

    @Override
    public void onError(Throwable thrown) {
        if (!call.failed(thrown, this::again)) {
            listener.onError(thrown);
        }
    }

    private Void again(HttpRequest request) {
        client.execute(request, this, this);
        return null;
    }

    @Override
    public void onClose() {
        call.over();
        listener.onClose();
    }
}
