// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.testkit;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the collector's {@code prometheus} exporter makes of exported metrics: series with labels. Source: the README of
 * {@code exporter/prometheusexporter} in opentelemetry-collector-contrib (November 2026), with its defaults: of the resource only
 * {@code job} ({@code service.namespace/service.name}) and {@code instance} ({@code service.instance.id}), and the scope as
 * {@code otel_scope_*}.
 */
public final class Exposition {
    private Exposition() {}

    /**
     * A series.
     *
     * @param name its metric's name
     * @param labels its labels, none of them empty: to Prometheus an empty label is one that is not there
     */
    public record Series(String name, Map<String, String> labels) {
        /** As PromQL selects it. */
        @Override
        public String toString() {
            return labels.entrySet().stream()
                    .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
                    .collect(Collectors.joining(",", name + "{", "}"));
        }

        private static String escaped(String value) {
            return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        }
    }

    /**
     * The series of all that was exported, each once.
     *
     * @throws IllegalArgumentException for a metric that is neither gauge nor sum nor histogram
     */
    public static List<Series> of(List<ResourceMetrics> exports) {
        return exports.stream()
                .flatMap(export -> export.getScopeMetricsList().stream().flatMap(scope -> series(export, scope)))
                .distinct()
                .toList();
    }

    private static Stream<Series> series(ResourceMetrics export, ScopeMetrics scope) {
        Map<String, String> shared = resource(export.getResource().getAttributesList());
        shared.putAll(scope(scope));
        return scope.getMetricsList().stream().flatMap(metric -> series(metric, shared));
    }

    private static Map<String, String> resource(List<KeyValue> attributes) {
        Map<String, String> all =
                attributes.stream().collect(Collectors.toMap(KeyValue::getKey, entry -> text(entry.getValue())));
        String space = all.getOrDefault("service.namespace", "");
        String service = all.getOrDefault("service.name", "");
        Map<String, String> labels = new TreeMap<>();
        put(labels, "job", space.isEmpty() ? service : space + "/" + service);
        put(labels, "instance", all.getOrDefault("service.instance.id", ""));
        return labels;
    }

    private static Map<String, String> scope(ScopeMetrics metrics) {
        InstrumentationScope scope = metrics.getScope();
        Map<String, String> labels = new TreeMap<>();
        put(labels, "otel_scope_name", scope.getName());
        put(labels, "otel_scope_version", scope.getVersion());
        put(labels, "otel_scope_schema_url", metrics.getSchemaUrl());
        return labels;
    }

    private static Stream<Series> series(Metric metric, Map<String, String> shared) {
        String name = PrometheusName.of(metric);
        return switch (metric.getDataCase()) {
            case GAUGE -> numbers(name, metric.getGauge().getDataPointsList(), shared);
            case SUM -> numbers(name, metric.getSum().getDataPointsList(), shared);
            case HISTOGRAM ->
                metric.getHistogram().getDataPointsList().stream().flatMap(point -> histogram(name, point, shared));
            default -> throw new IllegalArgumentException(metric.getName() + " is a " + metric.getDataCase());
        };
    }

    private static Stream<Series> numbers(String name, List<NumberDataPoint> points, Map<String, String> shared) {
        return points.stream().map(point -> new Series(name, labels(point.getAttributesList(), shared)));
    }

    private static Stream<Series> histogram(String name, HistogramDataPoint point, Map<String, String> shared) {
        Map<String, String> labels = labels(point.getAttributesList(), shared);
        Stream<String> bounds =
                Stream.concat(point.getExplicitBoundsList().stream().map(String::valueOf), Stream.of("+Inf"));
        Stream<Series> buckets = bounds.map(bound -> {
            Map<String, String> ofBucket = new TreeMap<>(labels);
            ofBucket.put("le", bound);
            return new Series(name + "_bucket", ofBucket);
        });
        return Stream.concat(
                buckets, Stream.of(new Series(name + "_sum", labels), new Series(name + "_count", labels)));
    }

    private static Map<String, String> labels(List<KeyValue> attributes, Map<String, String> shared) {
        Map<String, String> labels = new TreeMap<>(shared);
        attributes.forEach(entry -> put(labels, PrometheusName.label(entry.getKey()), text(entry.getValue())));
        return labels;
    }

    private static void put(Map<String, String> labels, String name, String value) {
        if (!value.isEmpty()) {
            labels.put(name, value);
        }
    }

    private static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
            case INT_VALUE -> Long.toString(value.getIntValue());
            case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
            default -> value.toString();
        };
    }
}
