// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.web;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Gate;
import dev.parsimony.instrumentation.spring.http.Messages;
import dev.parsimony.weaving.BlockingDriver;
import dev.parsimony.weaving.Inside;
import dev.parsimony.weaving.Joint;
import dev.parsimony.weaving.WeakIdentityMap;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

/** The seam in one copy of Spring. What it throws on creating a request, the advice suppresses. */
final class WebSeam {
    /** How long a client waits is its own affair and nowhere to be seen; a quarter of a minute is well below what is usual. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Those over clients of the JDK, below which nobody puts on another account. */
    private static final Set<String> PLAIN = Set.of("JdkClientHttpRequestFactory", "SimpleClientHttpRequestFactory");

    private final String name;
    private final Gate gate;
    private final Inside inside;
    private final @Nullable ClassLoader application;
    private final BlockingDriver<Outgoing, ClientHttpResponse> driver;
    private final WeakIdentityMap<Object, Long> numbers = new WeakIdentityMap<>();
    private final AtomicLong last = new AtomicLong();

    WebSeam(Joint joint) {
        this.name = joint.instrumentation().name();
        this.gate = joint.gate();
        this.inside = joint.edges().inside();
        this.application = joint.application();
        this.driver = new BlockingDriver<>(new WebTypes(joint.edges()), joint.edges());
    }

    /** What the application gets for a request that a factory made: the very same, unless it may be a call to a model. */
    ClientHttpRequest created(ClientHttpRequestFactory factory, ClientHttpRequest request) {
        boolean wanted = !inside.here()
                && request instanceof StreamingHttpOutputMessage
                && gate.wants(
                        request.getMethod().name(),
                        Messages.base(request.getURI()).path());
        return wanted ? new HeldRequest(this, factory, request) : request;
    }

    /** Makes the call of a request whose body is written. */
    ClientHttpResponse execute(Outgoing outgoing) throws Throwable {
        Call call = inside.here() ? null : outgoing.call();
        if (call == null || inside.sends(call.headers(), application)) {
            return outgoing.send();
        }
        return driver.call(gate.open(call, client(outgoing.factory()), null), outgoing, Outgoing::send, () -> PATIENCE);
    }

    /**
     * The client of a call that shows no account. An HTTP client below may put one on, another for each call: then nothing is
     * taken for shared.
     */
    private Client client(ClientHttpRequestFactory factory) {
        boolean plain = PLAIN.contains(factory.getClass().getSimpleName());
        long number = plain ? numbers.get(factory, any -> last.incrementAndGet()) : last.incrementAndGet();
        return new Client(name, number, () -> null);
    }
}
