// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.meters;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.Set;

/**
 * What registries do with meters, told by their class or one above it, by name, since none but Micrometer's core need be there.
 */
final class Kinds {
    /** Micrometer's own for OTLP, and OpenTelemetry's bridge from Micrometer, in an agent or not. */
    private static final Set<String> FOR_OPEN_TELEMETRY = Set.of("OtlpMeterRegistry", "OpenTelemetryMeterRegistry");

    /** In two packages, {@code io.micrometer.prometheus} and from 1.13 on {@code io.micrometer.prometheusmetrics}. */
    private static final Set<String> FOR_PROMETHEUS = Set.of("PrometheusMeterRegistry");

    private Kinds() {}

    /** Whether it hands over what it is told to OpenTelemetry. */
    static boolean handsOver(MeterRegistry registry) {
        return is(registry, FOR_OPEN_TELEMETRY);
    }

    /**
     * Whether it keeps the buckets of a meter within that meter; each part of a composite must, as all are given the same. The
     * others register one gauge more for each boundary and series, which vendors bill one by one.
     */
    static boolean keepsBuckets(MeterRegistry registry) {
        return registry instanceof CompositeMeterRegistry composite
                ? composite.getRegistries().stream().allMatch(Kinds::keepsBuckets)
                : is(registry, FOR_PROMETHEUS) || is(registry, FOR_OPEN_TELEMETRY);
    }

    private static boolean is(MeterRegistry registry, Set<String> names) {
        Class<?> type = registry.getClass();
        while (type != MeterRegistry.class && !names.contains(type.getSimpleName())) {
            type = type.getSuperclass();
        }
        return type != MeterRegistry.class;
    }
}
