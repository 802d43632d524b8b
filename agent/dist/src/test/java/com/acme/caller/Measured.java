// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import brave.Tracing;
import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import brave.propagation.TraceContext;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.brave.bridge.BraveBaggageManager;
import io.micrometer.tracing.brave.bridge.BraveCurrentTraceContext;
import io.micrometer.tracing.brave.bridge.BraveTracer;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * An application as Spring Boot builds them: Micrometer traces it, over OpenTelemetry or Brave, and Prometheus scrapes its
 * global registry. It prints {@code span TRACE SPAN PARENT SCOPE} of what its tracer is told, and in the end what is scraped.
 */
public final class Measured {
    private Measured() {}

    /**
     * Makes calls in one span, or in none.
     *
     * @param args {@code otel}, {@code brave} or {@code nothing}; then names of {@link Kind}
     */
    public static void main(String[] args) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Metrics.addRegistry(registry);
        Tracer tracer = tracer(args[0]);
        try (Clients clients = Clients.fromEnvironment()) {
            Span span = tracer.nextSpan().name("work").start();
            try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
                assert scope != null;
                System.out.println(
                        "own " + span.context().traceId() + " " + span.context().spanId());
                Stream.of(args).skip(1).map(Kind::valueOf).forEach(kind -> Caller.told(kind, clients));
            } finally {
                span.end();
            }
        }
        System.out.println(registry.scrape());
        System.exit(0);
    }

    private static Tracer tracer(String bridge) {
        return switch (bridge) {
            case "otel" -> openTelemetry();
            case "brave" -> brave();
            default -> Tracer.NOOP;
        };
    }

    /** Built and registered nowhere, as Spring Boot has it. */
    private static Tracer openTelemetry() {
        OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(new Printed()))
                        .build())
                .build();
        return new OtelTracer(sdk.getTracer("com.acme"), new OtelCurrentTraceContext(), event -> {});
    }

    private static Tracer brave() {
        Tracing tracing = Tracing.newBuilder()
                .addSpanHandler(new SpanHandler() {
                    @Override
                    public boolean end(TraceContext context, MutableSpan span, Cause cause) {
                        print(context.traceIdString(), context.spanIdString(), context.parentIdString(), "brave");
                        return true;
                    }
                })
                .build();
        return new BraveTracer(
                tracing.tracer(),
                new BraveCurrentTraceContext(tracing.currentTraceContext()),
                new BraveBaggageManager());
    }

    private static void print(String... words) {
        System.out.println("span " + String.join(" ", words));
    }

    private static final class Printed implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            spans.forEach(span -> print(
                    span.getTraceId(),
                    span.getSpanId(),
                    span.getParentSpanId(),
                    span.getInstrumentationScopeInfo().getName()));
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
}
