// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.okhttp.inside;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Passage;
import dev.parsimony.weaving.BlockingDriver;
import dev.parsimony.weaving.Inside;
import dev.parsimony.weaving.Joint;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The seam in one copy of OkHttp: what the advice does. What it throws, the advice suppresses. */
final class OkHttpSeam {
    private static final int SHARE = 4;
    private static final Duration UNBOUNDED = Duration.ofDays(1);

    private final Gate gate;
    private final Inside inside;
    private final @Nullable ClassLoader application;
    private final Clients clients;
    private final Origins origins = new Origins();
    private final BlockingDriver<Request, Response> driver;

    OkHttpSeam(Joint joint) {
        this.gate = joint.gate();
        this.inside = joint.edges().inside();
        this.application = joint.application();
        this.clients = new Clients(joint.instrumentation().name());
        this.driver = new BlockingDriver<>(new OkHttpTypes(joint.edges()), joint.edges());
    }

    /** Before {@code enqueue}: the call will reach the seam on another thread, which knows nothing of its caller. */
    void enqueued(okhttp3.Call call) {
        if (inside.here()) {
            origins.met(call);
        } else if (Requests.isWanted(call.request(), gate)) {
            origins.note(call, gate.caller());
        }
    }

    /** Before {@code proceed}. */
    @Nullable
    Object @Nullable [] proceed(Interceptor.Chain chain, Request request, int index, List<?> interceptors)
            throws Throwable {
        if (!Place.isSeam(interceptors.listIterator(index)) || inside.here() || !Requests.isWanted(request, gate)) {
            return null;
        }
        Passage passage = open(chain.call(), request);
        return passage == null ? null : driver.enter(passage, request, chain::proceed, () -> patience(chain));
    }

    /** After {@code proceed}. */
    @Nullable
    Object @Nullable [] proceeded(
            @Nullable Object @Nullable [] entered, @Nullable Response returned, @Nullable Throwable thrown) {
        return driver.exit(entered, returned, thrown);
    }

    /**
     * A connection is about to be written to. OkHttp writes a request in pieces, and leaves Nagle's algorithm on: then the last
     * piece may wait until the server, which waits for it, has acknowledged the one before. For an SDK's calls too, whose seam
     * is elsewhere but whose connections are these.
     */
    void connected(Interceptor.Chain chain) throws SocketException {
        Connection connection = chain.connection();
        Request request = chain.request();
        if (connection != null && gate.hurries(request.method(), Requests.path(request.url()))) {
            connection.socket().setTcpNoDelay(true);
        }
    }

    private @Nullable Passage open(okhttp3.Call call, Request request) throws Throwable {
        if (origins.isMet(call)
                || call.isCanceled()
                || inside.sends(OkHttpTypes.look(request.headers()), application)) {
            return null;
        }
        Call made = Requests.call(request);
        Client client = clients.client(call);
        @Nullable Caller caller = origins.caller(call);
        return made == null ? null : gate.open(made, client, caller);
    }

    /** A quarter of the time that the application gives the call: all of it, or else each wait for the server. */
    private static Duration patience(Interceptor.Chain chain) {
        long whole = chain.call().timeout().timeoutNanos();
        Duration limit = whole > 0 ? Duration.ofNanos(whole) : Duration.ofMillis(chain.readTimeoutMillis());
        return limit.isZero() ? UNBOUNDED : limit.dividedBy(SHARE);
    }
}
