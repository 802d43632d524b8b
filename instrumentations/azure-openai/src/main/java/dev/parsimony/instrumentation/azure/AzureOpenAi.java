// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.azure;

import dev.parsimony.weaving.Instrumentation;
import dev.parsimony.weaving.Symbol;
import dev.parsimony.weaving.Weave;
import java.util.List;

/**
 * Azure OpenAI through {@code com.azure:azure-ai-openai}, which LangChain4j and Spring AI 1 use too. All of Azure's SDKs send
 * through the pipeline of their core, above its policies, retries and keys among them. What is no call to a model is let
 * through at the first look.
 */
public final class AzureOpenAi implements Instrumentation {
    private static final String INSIDE = "dev.parsimony.instrumentation.azure.inside";
    private static final String HTTP = "com.azure.core.http.";
    private static final String PIPELINE = HTTP + "HttpPipeline";
    private static final String REQUEST = HTTP + "HttpRequest";
    private static final String RESPONSE = HTTP + "HttpResponse";
    private static final String DATA = "com.azure.core.util.BinaryData";
    private static final String CONTEXT = "com.azure.core.util.Context";

    /** Made by the service loader. */
    public AzureOpenAi() {}

    @Override
    public String name() {
        return "azure-ai-openai";
    }

    @Override
    public List<Weave> weaves() {
        return List.of(
                new Weave(Symbol.method(PIPELINE, "sendSync", REQUEST, CONTEXT), INSIDE + ".SendSync"),
                new Weave(Symbol.method(PIPELINE, "send", REQUEST, CONTEXT), INSIDE + ".Send"));
    }

    @Override
    public List<Symbol> requires() {
        return List.of(
                Symbol.method(REQUEST, "copy"),
                Symbol.method(REQUEST, "getHttpMethod"),
                Symbol.method(REQUEST, "getUrl"),
                Symbol.method(REQUEST, "setUrl", "java.lang.String"),
                Symbol.method(REQUEST, "getHeaders"),
                Symbol.method(REQUEST, "getBodyAsBinaryData"),
                Symbol.method(REQUEST, "setBody", "byte[]"),
                Symbol.method(DATA, "isReplayable"),
                Symbol.method(DATA, "toBytes"),
                Symbol.method(HTTP + "HttpHeaders", "add", "java.lang.String", "java.lang.String"),
                Symbol.method(HTTP + "HttpHeaders", "stream"),
                Symbol.method(RESPONSE, "getStatusCode"),
                Symbol.method(RESPONSE, "getHeaders"),
                Symbol.method(RESPONSE, "getBody"),
                Symbol.method(RESPONSE, "getBodyAsBinaryData"));
    }

    @Override
    public List<String> inside() {
        return List.of(INSIDE);
    }
}
