// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.telemetry.Findings;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A real SDK that keeps in memory what it is told. */
public final class Recorder {
    public final InMemorySpanExporter spans = InMemorySpanExporter.create();
    final InMemoryMetricReader metrics = InMemoryMetricReader.create();
    public final Findings findings = new Findings();
    public final Counts counts = new Counts(findings);
    public final OpenTelemetrySdk sdk;
    public final Signals recording;

    /**
     * By the names of version 1.41.
     *
     * @param ids where spans take their ids from
     */
    public Recorder(IdGenerator ids) {
        this(Convention.V1_41, Sampler.parentBased(Sampler.alwaysOn()), ids);
    }

    Recorder(Convention convention) {
        this(convention, Sampler.parentBased(Sampler.alwaysOn()));
    }

    Recorder(Convention convention, Sampler sampler) {
        this(convention, sampler, IdGenerator.random());
    }

    private Recorder(Convention convention, Sampler sampler, IdGenerator ids) {
        String optIn = convention == Convention.LATEST ? "gen_ai_latest_experimental" : "";
        sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setIdGenerator(ids)
                        .setSampler(sampler)
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .setMeterProvider(
                        SdkMeterProvider.builder().registerMetricReader(metrics).build())
                .build();
        recording = new Signals(sdk, counts, optIn, "1.2.3");
    }

    /** Tells a call from begin to end and returns its span. */
    public SpanData tell(Exchange exchange) {
        counts.add(exchange);
        recording.open(exchange).end(exchange);
        List<SpanData> all = spans.getFinishedSpanItems();
        return all.get(all.size() - 1);
    }

    /** All collected metrics by name. */
    public Map<String, MetricData> collect() {
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
