// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.apache;

import dev.parsimony.weaving.Instrumentation;
import dev.parsimony.weaving.Symbol;
import dev.parsimony.weaving.Weave;
import java.util.List;

/**
 * The classic client of Apache HttpClient 5, {@code org.apache.httpcomponents.client5:httpclient5}, from 5.1. Whichever of its
 * methods is called, {@code doExecute} is where a call goes through, above retries, redirects and the client's interceptors.
 */
public final class ApacheHttp implements Instrumentation {
    private static final String INSIDE = "dev.parsimony.instrumentation.apache.inside";
    private static final String CLASSIC = "org.apache.hc.client5.http.impl.classic.";
    private static final String CORE = "org.apache.hc.core5.http.";
    private static final String HOST = CORE + "HttpHost";
    private static final String REQUEST = CORE + "ClassicHttpRequest";
    private static final String RESPONSE = CORE + "ClassicHttpResponse";
    private static final String CONTEXT = CORE + "protocol.HttpContext";

    /** Made by the service loader. */
    public ApacheHttp() {}

    @Override
    public String name() {
        return "httpclient5";
    }

    @Override
    public List<Weave> weaves() {
        return List.of(new Weave(
                Symbol.method(CLASSIC + "InternalHttpClient", "doExecute", HOST, REQUEST, CONTEXT),
                INSIDE + ".Execute"));
    }

    /** Of the client alone: its core is another jar, whose messages and entities are as in 5.1. */
    @Override
    public List<Symbol> requires() {
        return List.of(
                Symbol.method(CLASSIC + "CloseableHttpClient", "execute", REQUEST), // the door
                Symbol.method(CLASSIC + "CloseableHttpClient", "doExecute", HOST, REQUEST, CONTEXT),
                Symbol.method(CLASSIC + "CloseableHttpResponse", "adapt", RESPONSE),
                Symbol.method("org.apache.hc.client5.http.config.Configurable", "getConfig"),
                Symbol.method("org.apache.hc.client5.http.config.RequestConfig", "getResponseTimeout"));
    }

    @Override
    public List<String> inside() {
        return List.of(INSIDE);
    }
}
