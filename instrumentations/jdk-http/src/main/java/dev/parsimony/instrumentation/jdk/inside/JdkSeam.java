// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.jdk.inside;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Passage;
import dev.parsimony.weaving.Accounts;
import dev.parsimony.weaving.Advised;
import dev.parsimony.weaving.BlockingDriver;
import dev.parsimony.weaving.Edges;
import dev.parsimony.weaving.FutureDriver;
import dev.parsimony.weaving.Joint;
import dev.parsimony.weaving.WeakIdentityMap;
import java.lang.ref.Reference;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The seam in the JVM's HTTP client: what the advice does. What it throws, the advice suppresses. */
final class JdkSeam {
    private static final int SHARE = 4;
    private static final Duration UNBOUNDED = Duration.ofDays(1);

    private final String name;
    private final Gate gate;
    private final Edges edges;
    private final @Nullable ClassLoader application;
    private final BlockingDriver<Posting<?>, HttpResponse<?>> blocking;
    private final FutureDriver<Posting<?>, HttpResponse<?>> future;
    private final WeakIdentityMap<Object, Long> numbers = new WeakIdentityMap<>();
    private final AtomicLong last = new AtomicLong();

    JdkSeam(Joint joint) {
        this.name = joint.instrumentation().name();
        this.gate = joint.gate();
        this.edges = joint.edges();
        this.application = joint.application();
        this.blocking = new BlockingDriver<>(new JdkTypes(), joint.edges());
        this.future = new FutureDriver<>(new JdkTypes(), joint.edges());
    }

    /** Before {@code send}. */
    @Nullable
    Object @Nullable [] send(HttpClient client, Reference<?> facade, HttpRequest request, BodyHandler<?> handler) {
        Passage passage = open(client, request);
        return passage == null
                ? null
                : send(new Reception<>(passage, handler, edges), held(client, facade), new Posting<>(request, handler));
    }

    private @Nullable Object @Nullable [] send(Reception<?> reception, HttpClient client, Posting<?> posting) {
        return advised(
                blocking.enter(
                        reception,
                        posting,
                        other -> client.send(other.request(), reception),
                        () -> patience(posting.request())),
                reception);
    }

    /** After {@code send}. */
    @Nullable
    Object @Nullable [] sent(
            @Nullable Object @Nullable [] entered, @Nullable HttpResponse<?> returned, @Nullable Throwable thrown) {
        return blocking.exit(entered, returned, thrown);
    }

    /** Before {@code sendAsync}. */
    @Nullable
    Object @Nullable [] sendAsync(
            HttpClient client,
            Reference<?> facade,
            HttpRequest request,
            BodyHandler<?> handler,
            @Nullable PushPromiseHandler<?> pushed) {
        Passage passage = open(client, request);
        return passage == null
                ? null
                : sendAsync(
                        new Reception<>(passage, handler, edges),
                        held(client, facade),
                        new Posting<>(request, handler),
                        pushed);
    }

    private <T> @Nullable Object @Nullable [] sendAsync(
            Reception<T> reception, HttpClient client, Posting<?> posting, @Nullable PushPromiseHandler<?> pushed) {
        return advised(
                future.enter(
                        reception,
                        posting,
                        other -> responses(client.sendAsync(other.request(), reception, fitting(pushed))),
                        () -> patience(posting.request())),
                reception);
    }

    /** After {@code sendAsync}. */
    @Nullable
    Object @Nullable [] sentAsync(
            @Nullable Object @Nullable [] entered,
            @Nullable CompletableFuture<?> returned,
            @Nullable Throwable thrown) {
        return future.exit(entered, returned == null ? null : responses(returned), thrown);
    }

    /** It came with the handler, and makes the same of bodies. */
    @SuppressWarnings("unchecked")
    private static <T> @Nullable PushPromiseHandler<T> fitting(@Nullable PushPromiseHandler<?> pushed) {
        return (PushPromiseHandler<T>) pushed;
    }

    @SuppressWarnings("unchecked")
    private static CompletableFuture<HttpResponse<?>> responses(CompletableFuture<?> future) {
        return (CompletableFuture<HttpResponse<?>>) future;
    }

    private static @Nullable Object @Nullable [] advised(
            @Nullable Object @Nullable [] entered, Reception<?> reception) {
        @Nullable Object[] advised = Advised.with(entered, reception);
        if (advised != null && advised[Advised.REQUEST] instanceof Posting<?> posting) {
            advised[Advised.REQUEST] = posting.request();
        }
        return advised;
    }

    /** Calls made again later go by the facade: without one, the client's threads end. */
    private static HttpClient held(HttpClient client, Reference<?> facade) {
        return facade.get() instanceof HttpClient known ? known : client;
    }

    private @Nullable Passage open(HttpClient client, HttpRequest request) {
        Call call = edges.inside().here() ? null : Requests.call(request, gate);
        if (call == null || edges.inside().sends(call.headers(), application)) {
            return null;
        }
        return mayAddAnAccount(client, request)
                ? gate.open(Accounts.withheld(call), new Client(name, last.incrementAndGet(), () -> null), null)
                : gate.open(call, new Client(name, number(client), () -> null), null);
    }

    /** Whether the client may put another account on a request than the one it came with, which nobody sees from here. */
    private static boolean mayAddAnAccount(HttpClient client, HttpRequest request) {
        return client.cookieHandler().isPresent()
                || client.authenticator().isPresent()
                        && request.headers().firstValue("authorization").isEmpty();
    }

    private long number(HttpClient client) {
        return numbers.get(client, any -> last.incrementAndGet());
    }

    /** A quarter of the time that the application gives the call. */
    private static Duration patience(HttpRequest request) {
        return request.timeout().map(limit -> limit.dividedBy(SHARE)).orElse(UNBOUNDED);
    }
}
