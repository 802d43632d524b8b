// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.genai;

import dev.parsimony.weaving.Instrumentation;
import dev.parsimony.weaving.Symbol;
import dev.parsimony.weaving.Weave;
import java.util.List;

/**
 * google-genai, at the one class of its own that all HTTP calls pass, above its retries. Up to 1.7.0 it sent with Apache's
 * HTTP client, whose responses are others; from 1.8.0 on it sends with OkHttp. Its asynchronous calls are threads that wait
 * in {@code request} until {@code asyncRequest} came, in one of the versions up to 1.18.0.
 */
public final class GoogleGenAi implements Instrumentation {
    private static final String INSIDE = "dev.parsimony.instrumentation.genai.inside";
    private static final String SDK = "com.google.genai.";
    private static final String CLIENT = SDK + "HttpApiClient";
    private static final String TEXT = "java.lang.String";
    private static final String OPTIONAL = "java.util.Optional";

    @Override
    public String name() {
        return "google-genai";
    }

    @Override
    public List<Weave> weaves() {
        return List.of(
                new Weave(Symbol.method(CLIENT, "request", TEXT, TEXT, TEXT, OPTIONAL), INSIDE + ".Request"),
                Weave.whereThere(
                        Symbol.method(CLIENT, "asyncRequest", TEXT, TEXT, TEXT, OPTIONAL), INSIDE + ".AsyncRequest"));
    }

    @Override
    public List<Symbol> requires() {
        return List.of(
                Symbol.method(SDK + "ApiResponse", "getBody"),
                Symbol.method(SDK + "HttpApiResponse", "<init>", "okhttp3.Response"),
                Symbol.method(SDK + "ApiClient", "mergeHttpOptions", SDK + "types.HttpOptions"),
                Symbol.method(SDK + "types.HttpOptions", "baseUrl"),
                Symbol.method(SDK + "types.HttpOptions", "apiVersion"),
                Symbol.method(SDK + "types.HttpOptions", "headers"),
                Symbol.method(SDK + "types.HttpOptions", "timeout"),
                Symbol.method(SDK + "types.HttpOptions", "toBuilder"));
    }

    @Override
    public List<String> inside() {
        return List.of(INSIDE);
    }
}
