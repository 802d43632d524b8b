// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.langchain4j.inside;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Passage;
import dev.parsimony.weaving.Advised;
import dev.parsimony.weaving.BlockingDriver;
import dev.parsimony.weaving.Edges;
import dev.parsimony.weaving.Inside;
import dev.parsimony.weaving.Joint;
import dev.parsimony.weaving.Listening;
import dev.parsimony.weaving.ListeningDriver;
import dev.parsimony.weaving.WeakIdentityMap;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The seam in one copy of a client: what the advice does. What it throws, the advice suppresses. */
final class HttpClientSeam {
    /** A quarter of the time that LangChain4j's models give a call unless told otherwise, 60 s; the client's own is private. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String sdk;
    private final Gate gate;
    private final Edges edges;
    private final Inside inside;
    private final BlockingDriver<HttpRequest, SuccessfulHttpResponse> blocking;
    private final ListeningDriver<HttpRequest, SuccessfulHttpResponse> listening;
    private final WeakIdentityMap<Object, Long> numbers = new WeakIdentityMap<>();
    private final AtomicLong last = new AtomicLong();

    HttpClientSeam(Joint joint) {
        HttpTypes types = new HttpTypes();
        this.sdk = joint.instrumentation().name();
        this.gate = joint.gate();
        this.edges = joint.edges();
        this.inside = edges.inside();
        this.blocking = new BlockingDriver<>(types, edges);
        this.listening = new ListeningDriver<>(types, edges);
    }

    /** Before {@code execute(request)}. */
    @Nullable
    Object @Nullable [] execute(HttpClient client, HttpRequest request) {
        Passage passage = open(client, request);
        return passage == null ? null : blocking.enter(passage, request, client::execute, () -> PATIENCE);
    }

    /** After {@code execute(request)}. */
    @Nullable
    Object @Nullable [] executed(
            @Nullable Object @Nullable [] entered,
            @Nullable SuccessfulHttpResponse returned,
            @Nullable Throwable thrown) {
        return blocking.exit(entered, returned, thrown);
    }

    /** Before {@code execute(request, parser, listener)}. */
    @Nullable
    Object @Nullable [] listen(
            HttpClient client, HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        Passage passage = open(client, request);
        if (passage == null) {
            return null;
        }
        Listening<HttpRequest, SuccessfulHttpResponse> call = listening.listening(passage, request);
        Relay relay = new Relay(call, client, parser, listener);
        return Advised.with(listening.enter(call, new Replay(parser, listener, edges.elsewhere())), relay, relay);
    }

    /** After {@code execute(request, parser, listener)}. */
    void listened(@Nullable Object @Nullable [] entered, @Nullable Throwable thrown) {
        listening.exit(entered, thrown);
    }

    private @Nullable Passage open(HttpClient client, HttpRequest request) {
        if (inside.here()) {
            return null;
        }
        Call call = HttpTypes.call(request, gate);
        return call == null ? null : gate.open(call, new Client(sdk, number(client), () -> null), null);
    }

    private long number(Object client) {
        return numbers.get(client, any -> last.incrementAndGet());
    }
}
