// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.testkit;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up a counter's series as a dashboard would: the last value of each, since they are cumulative. */
public final class Sums {
    private Sums() {}

    /**
     * The sum of a counter by one of its attributes.
     *
     * @param metrics exports in the order of arrival
     * @param name the counter
     * @param attribute the attribute; series without it count under an empty text
     */
    public static Map<String, BigDecimal> by(List<Metric> metrics, String name, String attribute) {
        Map<List<KeyValue>, NumberDataPoint> last = new LinkedHashMap<>();
        metrics.stream()
                .filter(metric -> metric.getName().equals(name))
                .flatMap(metric -> metric.getSum().getDataPointsList().stream())
                .forEach(point -> last.put(point.getAttributesList(), point));
        Map<String, BigDecimal> sums = new TreeMap<>();
        last.values().forEach(point -> sums.merge(value(point, attribute), amount(point), BigDecimal::add));
        return sums;
    }

    private static BigDecimal amount(NumberDataPoint point) {
        return point.hasAsInt() ? BigDecimal.valueOf(point.getAsInt()) : BigDecimal.valueOf(point.getAsDouble());
    }

    private static String value(NumberDataPoint point, String attribute) {
        return point.getAttributesList().stream()
                .filter(entry -> entry.getKey().equals(attribute))
                .map(entry -> entry.getValue().getStringValue())
                .findFirst()
                .orElse("");
    }
}
