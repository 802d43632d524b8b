// SPDX-License-Identifier: Apache-2.0
package com.acme.hosted;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.Callable;

/** The application's own tracing, which prints each span that ends: name, trace, span, parent, call site. */
final class Journal implements SpanExporter {
    private final Tracer tracer;

    /** Begun once a process. */
    Journal() {
        SdkTracerProvider traces = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(this))
                .build();
        tracer = OpenTelemetrySdk.builder()
                .setTracerProvider(traces)
                .buildAndRegisterGlobal()
                .getTracer("com.acme");
    }

    /** Does an errand under a span of its own, on whatever thread. */
    <T> Callable<T> written(Callable<T> errand) {
        return () -> {
            Span span = tracer.spanBuilder("errand").startSpan();
            try (Scope current = span.makeCurrent()) {
                return errand.call();
            } finally {
                span.end();
            }
        };
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        spans.forEach(span -> System.out.println(String.join(
                "|",
                span.getName(),
                span.getTraceId(),
                span.getSpanId(),
                span.getParentSpanId(),
                String.valueOf(span.getAttributes().get(AttributeKey.stringKey("parsimony.call_site"))))));
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
