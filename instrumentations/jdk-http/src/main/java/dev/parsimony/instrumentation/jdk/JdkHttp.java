// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.jdk;

import dev.parsimony.weaving.Instrumentation;
import dev.parsimony.weaving.Symbol;
import dev.parsimony.weaving.Weave;
import java.util.List;

/**
 * {@code java.net.http.HttpClient} of Java 17 and newer. Applications hold a facade, through which every call comes to {@code
 * HttpClientImpl}: above redirects, retries and the client's own queues, and on the thread that calls. Its methods that send
 * and wait, and that send and do not, share what is below them and never call one another.
 */
public final class JdkHttp implements Instrumentation {
    private static final String INSIDE = "dev.parsimony.instrumentation.jdk.inside";
    private static final String CLIENT = "jdk.internal.net.http.HttpClientImpl";
    private static final String HTTP = "java.net.http.";
    private static final String REQUEST = HTTP + "HttpRequest";
    private static final String HANDLER = HTTP + "HttpResponse$BodyHandler";
    private static final String PUSHED = HTTP + "HttpResponse$PushPromiseHandler";

    /** Made by the service loader. */
    public JdkHttp() {}

    @Override
    public String name() {
        return "java.net.http";
    }

    /** What sends without waiting is called by its namesake with one parameter less, too. */
    @Override
    public List<Weave> weaves() {
        return List.of(
                new Weave(Symbol.method(CLIENT, "send", REQUEST, HANDLER), INSIDE + ".Send"),
                new Weave(Symbol.method(CLIENT, "sendAsync", REQUEST, HANDLER, PUSHED), INSIDE + ".SendAsync"));
    }

    /** All else is the JDK's public API, the same in every version. */
    @Override
    public List<Symbol> requires() {
        return List.of();
    }

    @Override
    public List<String> inside() {
        return List.of(INSIDE);
    }
}
