// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import com.openai.client.OpenAIClientImpl;
import com.openai.client.okhttp.OkHttpClient;
import com.openai.core.ClientOptions;
import com.openai.core.RequestOptions;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpResponse;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * An application that traces itself with an OpenTelemetry of its own: a span for each call, and a look at the current span where
 * the request is handed to the network. Prints {@code WHERE TRACE SPAN} for each.
 */
public final class Traced {
    private Traced() {}

    /**
     * Makes calls.
     *
     * @param args names of {@link Kind}
     */
    public static void main(String[] args) {
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(SpanExporter.composite()))
                        .build();
                Clients clients = Clients.with(watched())) {
            Tracer tracer = provider.get("com.acme");
            Stream.of(args).map(Kind::valueOf).forEach(kind -> call(kind, clients, tracer));
            print("afterwards", Span.current());
        }
    }

    private static void call(Kind kind, Clients clients, Tracer tracer) {
        Span span = tracer.spanBuilder(kind.name()).startSpan();
        try (Scope scope = span.makeCurrent()) {
            print(kind.name(), span);
            kind.call(clients);
            print("return", Span.current());
        } finally {
            span.end();
        }
    }

    private static void print(String where, Span span) {
        SpanContext context = span.getSpanContext();
        System.out.println(where + " " + context.getTraceId() + " " + context.getSpanId());
    }

    private static OpenAIClientImpl watched() {
        HttpClient network = new Watched(OkHttpClient.builder().build());
        return new OpenAIClientImpl(
                ClientOptions.builder().httpClient(network).fromEnv().build());
    }

    /** Sees which span is current when a request goes out. */
    private record Watched(HttpClient network) implements HttpClient {
        @Override
        public HttpResponse execute(HttpRequest request, RequestOptions options) {
            print("network", Span.current());
            return network.execute(request, options);
        }

        @Override
        public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
            print("network", Span.current());
            return network.executeAsync(request, options);
        }

        @Override
        public void close() {
            network.close();
        }
    }
}
