// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Opening;
import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.SpanReference;
import dev.parsimony.exchange.Telemetry;
import dev.parsimony.telemetry.Findings;
import dev.parsimony.telemetry.Recording;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells calls to one OpenTelemetry, as spans and metrics. Written against the API alone, in its version 1.33, and defined
 * anew beside each application's copy of it.
 */
public final class Signals implements Recording {
    private static final String SCOPE = "dev.parsimony";

    private final Tracer tracer;
    private final SpanAttributes attributes;
    private final CallMetrics metrics;
    private final GenAiSpans others = new GenAiSpans();
    private final Counts counts;
    private final boolean measures;

    /**
     * Tells an OpenTelemetry.
     *
     * @param openTelemetry where to
     * @param counts what is counted beside single calls
     * @param optIn the value of {@code OTEL_SEMCONV_STABILITY_OPT_IN}; may be empty
     * @param version Parsimony's own
     */
    public Signals(OpenTelemetry openTelemetry, Counts counts, String optIn, String version) {
        Convention convention = Convention.of(optIn);
        Meter meter = openTelemetry
                .getMeterProvider()
                .meterBuilder(SCOPE)
                .setInstrumentationVersion(version)
                .setSchemaUrl(convention.schema())
                .build();
        this.tracer = openTelemetry
                .getTracerProvider()
                .tracerBuilder(SCOPE)
                .setInstrumentationVersion(version)
                .setSchemaUrl(convention.schema())
                .build();
        this.attributes = new SpanAttributes(convention);
        this.metrics = new CallMetrics(meter, convention, counts);
        this.counts = counts;
        this.measures = !meter.equals(MeterProvider.noop().get(SCOPE)); // an SDK without a reader gives that one too
        counts.showIn(meter);
    }

    /**
     * Tells an OpenTelemetry of an application; called by name from another class loader.
     *
     * @param openTelemetry where to, an {@code OpenTelemetry} of the application's
     * @param findings what is told beside single calls
     * @param optIn the value of {@code OTEL_SEMCONV_STABILITY_OPT_IN}; may be empty
     * @param version Parsimony's own
     * @return {@link Recording#none} if it traces nothing
     */
    public static Recording beside(Object openTelemetry, Findings findings, String optIn, String version) {
        OpenTelemetry theirs = (OpenTelemetry) openTelemetry;
        boolean traces = !theirs.getTracerProvider()
                .get(SCOPE)
                .equals(TracerProvider.noop().get(SCOPE));
        return traces ? new Signals(theirs, new Counts(findings), optIn, version) : Recording.none();
    }

    @Override
    public Telemetry.Trail open(Exchange exchange) {
        Span covering = others.covering(exchange);
        return covering.getSpanContext().isValid() ? new CoveringTrail(covering) : new SpanTrail(start(exchange));
    }

    @Override
    public void late(SpanReference ids, Exchange exchange) {
        open(exchange).end(exchange); // no span that stands already waits to be told of a call
    }

    @Override
    public void count(Exchange exchange) {
        counts.add(exchange);
    }

    @Override
    public boolean measures() {
        return measures;
    }

    @Override
    public void measure(Exchange exchange) {
        metrics.record(exchange, Context.root());
    }

    @Override
    public void close(Duration limit) {} // its owner closes it

    private Span start(Exchange exchange) {
        Opening opening = exchange.opening();
        return tracer.spanBuilder(SpanAttributes.name(exchange))
                .setParent(Parents.context(opening.caller().span()))
                .setSpanKind(exchange.recall().isLocal() ? SpanKind.INTERNAL : SpanKind.CLIENT)
                .setStartTimestamp(opening.at())
                .setAllAttributes(attributes.atStart(exchange))
                .startSpan();
    }

    private final class SpanTrail implements Telemetry.Trail {
        private final Span span;

        SpanTrail(Span span) {
            this.span = span;
        }

        @Override
        public SpanReference span() {
            return span.isRecording() ? Parents.reference(span.getSpanContext()) : SpanReference.none();
        }

        @Override
        @SuppressWarnings("MustBeClosedChecker") // whoever enters it leaves it
        public Scope enter() {
            return span.isRecording() ? GenAiSpans.within(span).makeCurrent()::close : Scope.none();
        }

        @Override
        public void end(Exchange exchange) {
            if (span.isRecording()) {
                fill(exchange);
            }
            Instant begin = exchange.opening().at();
            span.end(begin.plusNanos(CallMetrics.duration(exchange.timeline())));
            metrics.record(exchange, Context.root().with(span));
        }

        private void fill(Exchange exchange) {
            span.updateName(SpanAttributes.name(exchange));
            attributes.atEnd(exchange, span::setAttribute);
            if (!SpanAttributes.error(exchange).isEmpty()) {
                span.setStatus(StatusCode.ERROR);
            }
        }
    }

    /** Another's span for the very call: it says already what the conventions ask for, and is its owner's to end. */
    private final class CoveringTrail implements Telemetry.Trail {
        private final Span span;

        CoveringTrail(Span span) {
            this.span = span;
        }

        @Override
        public SpanReference span() {
            return SpanReference.none(); // it is current already
        }

        @Override
        public void end(Exchange exchange) {
            attributes.ofOurs(exchange, span::setAttribute);
            metrics.overhead(exchange, Context.root().with(span));
        }
    }
}
