// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.Exchange;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A real SDK that keeps in memory what it is told. */
final class Recorder {
    final InMemorySpanExporter spans = InMemorySpanExporter.create();
    final InMemoryMetricReader metrics = InMemoryMetricReader.create();
    final ReservedIds ids = new ReservedIds();
    final Counts counts = new Counts();
    final SdkRecording recording;

    Recorder(Convention convention) {
        this(convention, Sampler.parentBased(Sampler.alwaysOn()));
    }

    Recorder(Convention convention, Sampler sampler) {
        OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setIdGenerator(ids)
                        .setSampler(sampler)
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .setMeterProvider(
                        SdkMeterProvider.builder().registerMetricReader(metrics).build())
                .build();
        recording = new SdkRecording(sdk, ids, convention, counts, "1.2.3");
    }

    /** Tells a call from begin to end and returns its span. */
    SpanData tell(Exchange exchange) {
        counts.add(exchange);
        recording.open(exchange).end(exchange);
        List<SpanData> all = spans.getFinishedSpanItems();
        return all.get(all.size() - 1);
    }

    /** All collected metrics by name. */
    Map<String, MetricData> collect() {
        Map<String, MetricData> all = new TreeMap<>();
        metrics.collectAllMetrics().forEach(metric -> all.put(metric.getName(), metric));
        return all;
    }

    /** The points of one metric. */
    List<? extends PointData> points(String metric) {
        return Optional.ofNullable(collect().get(metric))
                .map(data -> List.copyOf(data.getData().getPoints()))
                .orElse(List.of());
    }

    /** What a span says in the end, by name. */
    static Map<String, Object> atEnd(Convention convention, Exchange exchange) {
        AttributesBuilder attributes = Attributes.builder();
        new SpanAttributes(convention).atEnd(exchange, attributes::put);
        return plain(attributes.build());
    }

    /** Attributes by name. */
    static Map<String, Object> plain(Attributes attributes) {
        Map<String, Object> all = new TreeMap<>();
        for (Map.Entry<AttributeKey<?>, Object> entry : attributes.asMap().entrySet()) {
            all.put(entry.getKey().getKey(), entry.getValue());
        }
        return all;
    }
}
