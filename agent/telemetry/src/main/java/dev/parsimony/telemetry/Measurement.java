// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import java.util.List;

/**
 * One value of one metric, in words of no library.
 *
 * @param metric the metric
 * @param tags names and values in turn, the same names for every value of the metric
 * @param value the value, in the metric's unit
 */
public record Measurement(Metric metric, List<String> tags, double value) {
    /** What stands for a tag's value where there is none; Micrometer's own word for it. */
    public static final String NONE = "none";

    /**
     * A metric.
     *
     * @param name its name, as OpenTelemetry spells names
     * @param description what it is
     * @param kind what becomes of its values
     * @param boundaries of its buckets, in its unit; empty for a counter
     */
    public record Metric(String name, String description, Kind kind, List<Double> boundaries) {}

    /** What becomes of values. */
    public enum Kind {
        /** They are summed up. */
        COUNTER,
        /** They are seconds, and counted by buckets. */
        TIMER,
        /** They are counted by buckets. */
        SUMMARY
    }
}
