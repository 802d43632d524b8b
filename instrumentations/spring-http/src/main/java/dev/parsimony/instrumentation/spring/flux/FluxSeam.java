// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.flux;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Gate;
import dev.parsimony.instrumentation.spring.http.Messages;
import dev.parsimony.weaving.FutureDriver;
import dev.parsimony.weaving.Inside;
import dev.parsimony.weaving.Joint;
import dev.parsimony.weaving.WeakIdentityMap;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.ExchangeStrategies;
import reactor.core.publisher.Mono;

/** The seam in one copy of Spring: what the advice does. What it throws before it returns, the advice suppresses. */
final class FluxSeam {
    /** How long a client waits is its own affair and nowhere to be seen; a quarter of a minute is well below what is usual. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Over the client of the JDK, below which nobody puts on another account. */
    private static final String PLAIN = "JdkClientHttpConnector";

    private final String name;
    private final Gate gate;
    private final Inside inside;
    private final @Nullable ClassLoader application;
    private final FutureDriver<Written, ClientResponse> driver;
    private final WeakIdentityMap<Object, Long> numbers = new WeakIdentityMap<>();
    private final AtomicLong last = new AtomicLong();

    FluxSeam(Joint joint) {
        this.name = joint.instrumentation().name();
        this.gate = joint.gate();
        this.inside = joint.edges().inside();
        this.application = joint.application();
        this.driver = new FutureDriver<>(new FluxTypes(joint.edges()), joint.edges());
    }

    /** What the function is to return, in an array: nothing happens until somebody subscribes. Null to let it run. */
    Object @Nullable [] exchange(
            ExchangeFunction function, ClientRequest request, Object connector, ExchangeStrategies strategies) {
        if (inside.here()
                || request.body() instanceof Met
                || !gate.wants(
                        request.method().name(), Messages.base(request.url()).path())
                || !Messages.mayBeJson(request.headers())) {
            return null;
        }
        Client client = client(connector);
        return new Object[] {
            Mono.deferContextual(subscriber -> {
                Transport transport = new Transport(function, subscriber);
                Caller caller = gate.caller();
                Writing writing = new Writing(request, strategies);
                return writing.begin(subscriber)
                        .flatMap(written -> Mono.fromFuture(sent(written, transport, client, caller)))
                        .doOnError(any -> writing.giveUp())
                        .doOnCancel(writing::giveUp);
            })
        };
    }

    private CompletableFuture<ClientResponse> sent(Written written, Transport transport, Client client, Caller caller) {
        Call call = written.call();
        if (call == null || inside.sends(call.headers(), application)) {
            return transport.send(written);
        }
        try {
            return driver.call(gate.open(call, client, caller), written, transport::send, () -> PATIENCE);
        } catch (Throwable thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    private Client client(Object connector) {
        boolean plain = connector.getClass().getSimpleName().equals(PLAIN);
        long number = plain ? numbers.get(connector, any -> last.incrementAndGet()) : last.incrementAndGet();
        return new Client(name, number, () -> null);
    }
}
