// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.apache.inside;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Passage;
import dev.parsimony.weaving.Accounts;
import dev.parsimony.weaving.BlockingDriver;
import dev.parsimony.weaving.Inside;
import dev.parsimony.weaving.Joint;
import dev.parsimony.weaving.WeakIdentityMap;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** The seam in one copy of the client: what the advice does. What it throws, the advice suppresses. */
final class ApacheSeam {
    /** A quarter of a minute, where the application names no time for a response and the client's own is not to be seen. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int SHARE = 4;

    private final String name;
    private final Gate gate;
    private final Inside inside;
    private final @Nullable ClassLoader application;
    private final Hidden hidden;
    private final BlockingDriver<ClassicHttpRequest, ClassicHttpResponse> driver;
    private final WeakIdentityMap<Object, Boolean> owned = new WeakIdentityMap<>();
    private final AtomicLong last = new AtomicLong();

    private ApacheSeam(Joint joint, Hidden hidden) {
        this.name = joint.instrumentation().name();
        this.gate = joint.gate();
        this.inside = joint.edges().inside();
        this.application = joint.application();
        this.hidden = hidden;
        this.driver = new BlockingDriver<>(new ApacheTypes(hidden, joint.edges()), joint.edges());
    }

    /**
     * The seam at a joint.
     *
     * @throws ExceptionInInitializerError if the client does not let us call what we must
     */
    static ApacheSeam at(Joint joint) {
        try {
            return new ApacheSeam(joint, Hidden.find());
        } catch (ReflectiveOperationException missing) {
            throw new ExceptionInInitializerError(missing);
        }
    }

    /** Before {@code doExecute}. */
    @Nullable
    Object @Nullable [] execute(
            Object client, @Nullable HttpHost target, ClassicHttpRequest request, @Nullable Object context)
            throws Throwable {
        Call call = inside.here() ? null : Requests.call(target, request, gate);
        if (call == null || inside.sends(call.headers(), application)) {
            return null;
        }
        Call seen = owned.get(client, Handlers::areOwn) ? call : Accounts.withheld(call);
        Passage passage = gate.open(seen, client(), null);
        return driver.enter(
                passage, request, other -> hidden.execute(client, target, other, context), () -> patience(request));
    }

    /**
     * The client of a call. Keys are often put on by the client's interceptors, which no one sees here, and may differ from
     * call to call: where the request has none, or where an interceptor may put on another, nothing is taken for shared.
     */
    private Client client() {
        return new Client(name, last.incrementAndGet(), () -> null);
    }

    /** After {@code doExecute}. */
    @Nullable
    Object @Nullable [] executed(
            @Nullable Object @Nullable [] entered, @Nullable ClassicHttpResponse returned, @Nullable Throwable thrown) {
        return driver.exit(entered, returned, thrown);
    }

    private static Duration patience(ClassicHttpRequest request) {
        RequestConfig config = request instanceof Configurable configurable ? configurable.getConfig() : null;
        Timeout timeout = config == null ? null : config.getResponseTimeout();
        return timeout == null || timeout.isDisabled()
                ? PATIENCE
                : Duration.ofMillis(timeout.toMilliseconds()).dividedBy(SHARE);
    }
}
