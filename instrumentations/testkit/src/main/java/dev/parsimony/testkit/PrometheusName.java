// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.testkit;

import io.opentelemetry.proto.metrics.v1.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What OpenTelemetry's names are called in Prometheus. Source of the rules: "Prometheus Normalization", the README of
 * {@code pkg/translator/prometheus} in opentelemetry-collector-contrib (November 2026), by which the collector's {@code prometheus}
 * exporter goes unless it is told otherwise.
 */
public final class PrometheusName {
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("d", "days"),
            Map.entry("h", "hours"),
            Map.entry("min", "minutes"),
            Map.entry("s", "seconds"),
            Map.entry("ms", "milliseconds"),
            Map.entry("us", "microseconds"),
            Map.entry("ns", "nanoseconds"),
            Map.entry("By", "bytes"),
            Map.entry("KiBy", "kibibytes"),
            Map.entry("MiBy", "mebibytes"),
            Map.entry("GiBy", "gibibytes"),
            Map.entry("KBy", "kilobytes"),
            Map.entry("MBy", "megabytes"),
            Map.entry("GBy", "gigabytes"),
            Map.entry("Cel", "celsius"),
            Map.entry("Hz", "hertz"),
            Map.entry("%", "percent"),
            Map.entry("1", ""));
    private static final Map<String, String> RATES =
            Map.of("s", "second", "m", "minute", "h", "hour", "d", "day", "w", "week", "mo", "month", "y", "year");

    private PrometheusName() {}

    /** A metric's name, with its unit and {@code _total}; a histogram's without {@code _bucket}, {@code _sum} and {@code _count}. */
    public static String of(Metric metric) {
        List<String> words = words(metric.getName());
        String[] units = metric.getUnit().split("/", 2);
        append(words, unit(units[0], UNITS));
        if (units.length == 2 && !unit(units[1], RATES).isEmpty()) {
            append(words, "per_" + unit(units[1], RATES));
        }
        if (metric.getSum().getIsMonotonic()) {
            moveToEnd(words, "total");
        }
        if (metric.hasGauge() && metric.getUnit().equals("1")) {
            moveToEnd(words, "ratio");
        }
        String name = String.join("_", words);
        return startsWithDigit(name) ? "_" + name : name;
    }

    /** The label that an attribute becomes. */
    public static String label(String attribute) {
        String label = attribute.replaceAll("[^a-zA-Z0-9_]", "_");
        if (startsWithDigit(label)) {
            return "key_" + label;
        }
        return label.startsWith("_") && !label.startsWith("__") ? "key" + label : label;
    }

    private static String unit(String unit, Map<String, String> known) {
        String stripped = unit.strip();
        if (stripped.contains("{") || stripped.contains("}")) {
            return "";
        }
        return String.join("_", words(known.getOrDefault(stripped, stripped)));
    }

    private static List<String> words(String name) {
        return new ArrayList<>(Stream.of(name.split("[^a-zA-Z0-9:]+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    private static void append(List<String> words, String suffix) {
        if (!suffix.isEmpty() && !words.contains(suffix)) {
            words.add(suffix);
        }
    }

    private static void moveToEnd(List<String> words, String suffix) {
        words.removeIf(suffix::equals);
        words.add(suffix);
    }

    private static boolean startsWithDigit(String name) {
        return !name.isEmpty() && name.charAt(0) >= '0' && name.charAt(0) <= '9';
    }
}
