// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Opening;
import dev.parsimony.exchange.SpanReference;
import dev.parsimony.exchange.Telemetry;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Records calls by an OpenTelemetry SDK of our own. */
final class SdkRecording implements Recording {
    private static final String SCOPE = "dev.parsimony";

    private final OpenTelemetrySdk sdk;
    private final ReservedIds ids;
    private final Tracer tracer;
    private final SpanAttributes attributes;
    private final CallMetrics metrics;

    /**
     * Records by an SDK. To be made on a {@link DaemonThread}.
     *
     * @param sdk the SDK, which {@link #close} ends
     * @param ids where it takes its ids from
     * @param convention the names that are used
     * @param counts what is counted beside single calls
     * @param version Parsimony's own
     */
    SdkRecording(OpenTelemetrySdk sdk, ReservedIds ids, Convention convention, Counts counts, String version) {
        this.sdk = sdk;
        this.ids = ids;
        this.attributes = new SpanAttributes(convention);
        tracer = sdk.getTracerProvider()
                .tracerBuilder(SCOPE)
                .setInstrumentationVersion(version)
                .setSchemaUrl(convention.schema())
                .build();
        Meter meter = sdk.getMeterProvider()
                .meterBuilder(SCOPE)
                .setInstrumentationVersion(version)
                .setSchemaUrl(convention.schema())
                .build();
        metrics = new CallMetrics(meter, convention, counts);
        counts.showIn(meter);
        settleContextStorage();
    }

    /**
     * Has OpenTelemetry choose where it keeps the current context. It looks through the context class loader of whichever
     * thread asks first; on the application's it would find the application's choice, of another copy of its classes, and
     * fail for good.
     */
    private static void settleContextStorage() {
        Objects.requireNonNull(Context.current());
    }

    @Override
    public Telemetry.Trail open(Exchange exchange) {
        return new SdkTrail(start(exchange));
    }

    @Override
    public void late(SpanReference reserved, Exchange exchange) {
        new SdkTrail(ids.using(reserved, () -> start(exchange))).end(exchange);
    }

    private Span start(Exchange exchange) {
        Opening opening = exchange.opening();
        return tracer.spanBuilder(SpanAttributes.name(exchange))
                .setParent(Parents.context(opening.caller().span()))
                .setSpanKind(exchange.recall().isLocal() ? SpanKind.INTERNAL : SpanKind.CLIENT)
                .setStartTimestamp(opening.at())
                .setAllAttributes(attributes.atStart(exchange))
                .startSpan();
    }

    /** Ends the SDK on a thread of its own: some of its parts wait longer than they are told. */
    @Override
    public void close(Duration limit) {
        CountDownLatch done = new CountDownLatch(1);
        DaemonThread.start("parsimony-telemetry-end", () -> sdk.shutdown().whenComplete(done::countDown));
        try {
            boolean ignored = done.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private final class SdkTrail implements Telemetry.Trail {
        private final Span span;

        SdkTrail(Span span) {
            this.span = span;
        }

        @Override
        public SpanReference span() {
            return span.isRecording() ? Parents.reference(span.getSpanContext()) : SpanReference.none();
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
}
