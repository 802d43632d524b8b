// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/**
 * Sums of whole numbers by attributes, read by the OpenTelemetry SDK when it collects. Kept here because money is summed
 * exactly, in picodollars, and because calls are counted before the SDK has started.
 */
final class Sums {
    /** Series of one metric; beyond the SDK's own limit, 2000, it would merge some itself and log that it did. */
    private static final int MOST = 1_000;

    /** The series of all others, as OpenTelemetry's metrics SDK specification names it. */
    private static final Attributes OVERFLOW = Attributes.of(AttributeKey.booleanKey("otel.metric.overflow"), true);

    private final ConcurrentHashMap<Attributes, LongAdder> sums = new ConcurrentHashMap<>();

    /**
     * Adds to a sum.
     *
     * @param attributes of which series
     * @param amount 0 or more
     */
    void add(Attributes attributes, long amount) {
        LongAdder sum = sums.get(attributes);
        if (sum == null) {
            Attributes series = sums.size() < MOST - 1 ? attributes : OVERFLOW;
            sum = sums.computeIfAbsent(series, first -> new LongAdder());
        }
        sum.add(amount);
    }

    /** Shows every sum. */
    void forEach(BiConsumer<Attributes, Long> reader) {
        sums.forEach((attributes, sum) -> reader.accept(attributes, sum.sum()));
    }
}
