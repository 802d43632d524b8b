// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring;

import dev.parsimony.weaving.Instrumentation;
import dev.parsimony.weaving.Symbol;
import dev.parsimony.weaving.Weave;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code RestClient} and {@code RestTemplate}, {@code org.springframework:spring-web} from 6.1. Whichever HTTP client is below,
 * the factory that makes a request of it is where a call begins: below the application's interceptors, so that a request is
 * seen with all its headers, and what it is answered with is seen by them. Factories of the application's own are let be.
 */
public final class SpringWeb implements Instrumentation {
    private static final String INSIDE = "dev.parsimony.instrumentation.spring.web";
    private static final String HTTP = "org.springframework.http.";
    private static final String REQUEST = HTTP + "client.ClientHttpRequest";
    private static final String RESPONSE = HTTP + "client.ClientHttpResponse";
    private static final String METHOD = HTTP + "HttpMethod";
    private static final String URI = "java.net.URI";

    /** By HTTP client; the one over OkHttp ended with Spring 6, that over Reactor Netty has had two names. */
    private static final List<String> FACTORIES = Stream.of(
                    "HttpComponentsClientHttpRequestFactory",
                    "JdkClientHttpRequestFactory",
                    "JettyClientHttpRequestFactory",
                    "OkHttp3ClientHttpRequestFactory",
                    "ReactorClientHttpRequestFactory",
                    "ReactorNettyClientRequestFactory",
                    "SimpleClientHttpRequestFactory")
            .map(name -> HTTP + "client." + name)
            .toList();

    /** Made by the service loader. */
    public SpringWeb() {}

    @Override
    public String name() {
        return "spring-web";
    }

    @Override
    public List<Weave> weaves() {
        return FACTORIES.stream()
                .map(factory -> Symbol.method(factory, "createRequest", URI, METHOD))
                .map(method -> Weave.whereThere(method, INSIDE + ".CreateRequest"))
                .toList();
    }

    @Override
    public List<Symbol> requires() {
        return List.of(
                Symbol.method(HTTP + "client.ClientHttpRequestFactory", "createRequest", URI, METHOD),
                Symbol.method(HTTP + "StreamingHttpOutputMessage", "setBody", HTTP + "StreamingHttpOutputMessage$Body"),
                Symbol.method(HTTP + "StreamingHttpOutputMessage$Body", "writeTo", "java.io.OutputStream"),
                Symbol.method(HTTP + "StreamingHttpOutputMessage$Body", "repeatable"),
                Symbol.method(REQUEST, "execute"),
                Symbol.method(HTTP + "HttpRequest", "getURI"),
                Symbol.method(HTTP + "HttpRequest", "getMethod"),
                Symbol.method(HTTP + "HttpHeaders", "forEach", "java.util.function.BiConsumer"),
                Symbol.method(HTTP + "HttpStatusCode", "valueOf", "int"),
                Symbol.method(RESPONSE, "getStatusCode"),
                Symbol.method(RESPONSE, "getStatusText"),
                Symbol.method(RESPONSE, "close"));
    }

    @Override
    public List<String> inside() {
        return List.of(INSIDE, "dev.parsimony.instrumentation.spring.http");
    }
}
