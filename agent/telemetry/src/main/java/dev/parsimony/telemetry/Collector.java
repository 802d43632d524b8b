// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.Log;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Watches what is handed to the collector, and says once that it does not take it. */
final class Collector {
    private final Log log;
    private final AtomicBoolean mentioned = new AtomicBoolean();

    Collector(Log log) {
        this.log = log;
    }

    /** The same exporter, watched. */
    SpanExporter watch(SpanExporter exporter, String endpoint) {
        return new Spans(exporter, endpoint);
    }

    /** The same exporter, watched. */
    MetricExporter watch(MetricExporter exporter, String endpoint) {
        return new Metrics(exporter, endpoint);
    }

    private CompletableResultCode watch(CompletableResultCode result, String what, String endpoint) {
        return result.whenComplete(() -> {
            if (!result.isSuccess() && mentioned.compareAndSet(false, true)) {
                log.warn(
                        "telemetry",
                        "telemetry: " + endpoint + " does not take " + what + " ("
                                + reason(result.getFailureThrowable())
                                + "); is a collector there? OTEL_EXPORTER_OTLP_ENDPOINT says where. Not mentioned again");
            }
        });
    }

    private static String reason(@Nullable Throwable failure) {
        if (failure == null || failure.getCause() == null) {
            return "it answers with an error";
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return cause.getClass().getName();
            }
        }
        return failure.getCause().getClass().getName();
    }

    private final class Spans implements SpanExporter {
        private final SpanExporter exporter;
        private final String endpoint;

        Spans(SpanExporter exporter, String endpoint) {
            this.exporter = exporter;
            this.endpoint = endpoint;
        }

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            return watch(exporter.export(spans), "spans", endpoint);
        }

        @Override
        public CompletableResultCode flush() {
            return exporter.flush();
        }

        @Override
        public CompletableResultCode shutdown() {
            return exporter.shutdown();
        }
    }

    private final class Metrics implements MetricExporter {
        private final MetricExporter exporter;
        private final String endpoint;

        Metrics(MetricExporter exporter, String endpoint) {
            this.exporter = exporter;
            this.endpoint = endpoint;
        }

        @Override
        public CompletableResultCode export(Collection<MetricData> metrics) {
            return watch(exporter.export(metrics), "metrics", endpoint);
        }

        @Override
        public CompletableResultCode flush() {
            return exporter.flush();
        }

        @Override
        public CompletableResultCode shutdown() {
            return exporter.shutdown();
        }

        @Override
        public AggregationTemporality getAggregationTemporality(InstrumentType type) {
            return exporter.getAggregationTemporality(type);
        }

        @Override
        public Aggregation getDefaultAggregation(InstrumentType type) {
            return exporter.getDefaultAggregation(type);
        }

        @Override
        public MemoryMode getMemoryMode() {
            return exporter.getMemoryMode();
        }
    }
}
