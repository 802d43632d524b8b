// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring;

import dev.parsimony.weaving.Instrumentation;
import dev.parsimony.weaving.Symbol;
import dev.parsimony.weaving.Weave;
import java.util.List;

/**
 * {@code WebClient}, {@code org.springframework:spring-webflux} from 6.1: what hands a request to the HTTP client, below the
 * application's filters and above the codecs, unchanged to 7.0.
 */
public final class SpringWebFlux implements Instrumentation {
    private static final String INSIDE = "dev.parsimony.instrumentation.spring.flux";
    private static final String CLIENT = "org.springframework.web.reactive.function.client.";
    private static final String REQUEST = CLIENT + "ClientRequest";
    private static final String RESPONSE = CLIENT + "ClientResponse";
    private static final String STRATEGIES = CLIENT + "ExchangeStrategies";
    private static final String INSERTER = "org.springframework.web.reactive.function.BodyInserter";

    /** Made by the service loader. */
    public SpringWebFlux() {}

    @Override
    public String name() {
        return "spring-webflux";
    }

    @Override
    public List<Weave> weaves() {
        return List.of(new Weave(
                Symbol.method(CLIENT + "ExchangeFunctions$DefaultExchangeFunction", "exchange", REQUEST),
                INSIDE + ".Exchange"));
    }

    /** Of this jar alone: what is relied on in the others is older than what is relied on here. */
    @Override
    public List<Symbol> requires() {
        return List.of(
                Symbol.method(REQUEST, "from", REQUEST),
                Symbol.method(REQUEST, "body"),
                Symbol.method(REQUEST + "$Builder", "url", "java.net.URI"),
                Symbol.method(REQUEST + "$Builder", "body", INSERTER),
                Symbol.method(
                        INSERTER,
                        "insert",
                        "org.springframework.http.ReactiveHttpOutputMessage",
                        INSERTER + "$Context"),
                Symbol.method(STRATEGIES, "messageWriters"),
                Symbol.method(RESPONSE, "create", "org.springframework.http.HttpStatusCode", STRATEGIES),
                Symbol.method(RESPONSE, "mutate"),
                Symbol.method(RESPONSE, "releaseBody"),
                Symbol.method(RESPONSE + "$Builder", "body", "java.util.function.Function"),
                Symbol.method(RESPONSE + "$Builder", "body", "reactor.core.publisher.Flux"));
    }

    @Override
    public List<String> inside() {
        return List.of(INSIDE, "dev.parsimony.instrumentation.spring.http");
    }
}
