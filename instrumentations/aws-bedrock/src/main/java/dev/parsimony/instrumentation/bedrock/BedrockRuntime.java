// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock;

import dev.parsimony.weaving.Instrumentation;
import dev.parsimony.weaving.Symbol;
import dev.parsimony.weaving.Weave;
import java.util.List;

/**
 * Amazon Bedrock through the AWS SDK, {@code software.amazon.awssdk:bedrockruntime}. All services of the SDK send through the
 * same two methods of its core, blocking and not: above retries and signing, below the typed client, with the request
 * marshalled. What other services send is let through at the first look. The methods are internal to the SDK, and the same
 * from 2.20.157 to 2.57.8.
 */
public final class BedrockRuntime implements Instrumentation {
    private static final String INSIDE = "dev.parsimony.instrumentation.bedrock.inside";
    private static final String CORE = "software.amazon.awssdk.core.";
    private static final String HTTP = "software.amazon.awssdk.http.";
    private static final String SYNC = CORE + "internal.http.AmazonSyncHttpClient$RequestExecutionBuilder";
    private static final String ASYNC = CORE + "internal.http.AmazonAsyncHttpClient$RequestExecutionBuilder";
    private static final String HANDLER = CORE + "http.HttpResponseHandler";
    private static final String ASYNC_HANDLER = CORE + "internal.http.TransformingAsyncResponseHandler";
    private static final String REQUEST = HTTP + "SdkHttpFullRequest";
    private static final String CONTENT = HTTP + "ContentStreamProvider";
    private static final String TEXT = "java.lang.String";

    /** Made by the service loader. */
    public BedrockRuntime() {}

    @Override
    public String name() {
        return "bedrockruntime";
    }

    @Override
    public List<Weave> weaves() {
        return List.of(
                new Weave(Symbol.method(SYNC + "Impl", "execute", HANDLER), INSIDE + ".Execute"),
                new Weave(Symbol.method(ASYNC + "Impl", "execute", ASYNC_HANDLER), INSIDE + ".ExecuteAsync"));
    }

    @Override
    public List<Symbol> requires() {
        return List.of(
                Symbol.type("software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeRequest"),
                Symbol.method(SYNC, "request", REQUEST),
                Symbol.method(SYNC, "execute", HANDLER),
                Symbol.method(ASYNC, "request", REQUEST),
                Symbol.method(ASYNC, "execute", ASYNC_HANDLER),
                Symbol.method(
                        HANDLER, "handle", HTTP + "SdkHttpFullResponse", CORE + "interceptor.ExecutionAttributes"),
                Symbol.method(HANDLER, "needsConnectionLeftOpen"),
                Symbol.method(ASYNC_HANDLER, "prepare"),
                Symbol.method(HTTP + "async.SdkAsyncHttpResponseHandler", "onHeaders", HTTP + "SdkHttpResponse"),
                Symbol.method(HTTP + "async.SdkAsyncHttpResponseHandler", "onStream", "org.reactivestreams.Publisher"),
                Symbol.method(CORE + "Response", "isSuccess"),
                Symbol.method(CORE + "Response", "response"),
                Symbol.method(CORE + "http.ExecutionContext", "executionAttributes"),
                Symbol.method(CORE + "http.ExecutionContext", "interceptorChain"),
                Symbol.method(CORE + "http.ExecutionContext", "interceptorContext"),
                Symbol.method(REQUEST, "contentStreamProvider"),
                Symbol.method(REQUEST + "$Builder", "encodedPath", TEXT),
                Symbol.method(REQUEST + "$Builder", "putHeader", TEXT, TEXT),
                Symbol.method(REQUEST + "$Builder", "contentStreamProvider", CONTENT),
                Symbol.method(HTTP + "SdkHttpRequest", "encodedPath"),
                Symbol.method(CONTENT, "newStream"),
                Symbol.method(HTTP + "AbortableInputStream", "create", "java.io.InputStream", HTTP + "Abortable"),
                Symbol.method(CORE + "exception.SdkServiceException", "statusCode"));
    }

    @Override
    public List<String> inside() {
        return List.of(INSIDE);
    }
}
