// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An application that runs an OpenTelemetry SDK of its own. It prints all that its SDK is told: {@code span TRACE SPAN PARENT SCOPE NAME ATTRIBUTES...} and {@code metric SCOPE NAME}, with commas for spaces.
 */
public final class Observed {
    private Observed() {}

    /**
     * Makes calls, each in a span of its own.
     *
     * @param args {@code global} if the SDK is registered as the global one and keeps metrics too, {@code private} if it does
     *     neither; then names of {@link Kind}
     */
    public static void main(String[] args) {
        SdkTracerProvider traces = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new Spans()))
                .build();
        var sdk = OpenTelemetrySdk.builder().setTracerProvider(traces);
        boolean isGlobal = args[0].equals("global");
        if (isGlobal) {
            sdk.setMeterProvider(SdkMeterProvider.builder()
                    .registerMetricReader(PeriodicMetricReader.create(new Metrics()))
                    .build());
        }
        try (OpenTelemetrySdk own = isGlobal ? sdk.buildAndRegisterGlobal() : sdk.build();
                Clients clients = Clients.fromEnvironment()) {
            Tracer tracer = own.getTracer("com.acme");
            Stream.of(args).skip(1).map(Kind::valueOf).forEach(kind -> call(kind, clients, tracer));
        }
        System.exit(0);
    }

    private static void call(Kind kind, Clients clients, Tracer tracer) {
        Span span = tracer.spanBuilder(kind.name()).startSpan();
        try (Scope scope = span.makeCurrent()) {
            String seen = kind.call(clients);
            assert !seen.isEmpty();
        } finally {
            span.end();
        }
    }

    private static String word(String text) {
        return text.replace(' ', ',');
    }

    private static final class Spans implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            spans.forEach(Spans::print);
            return CompletableResultCode.ofSuccess();
        }

        private static void print(SpanData span) {
            String attributes = span.getAttributes().asMap().keySet().stream()
                    .map(AttributeKey::getKey)
                    .collect(Collectors.joining(" "));
            System.out.println(String.join(
                    " ",
                    "span",
                    span.getTraceId(),
                    span.getSpanId(),
                    span.getParentSpanId(),
                    span.getInstrumentationScopeInfo().getName(),
                    word(span.getName()),
                    attributes));
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

    private static final class Metrics implements MetricExporter {
        @Override
        public CompletableResultCode export(Collection<MetricData> metrics) {
            metrics.forEach(metric -> System.out.println(
                    "metric " + metric.getInstrumentationScopeInfo().getName() + " " + metric.getName()));
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public AggregationTemporality getAggregationTemporality(InstrumentType type) {
            return AggregationTemporality.CUMULATIVE;
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
}
