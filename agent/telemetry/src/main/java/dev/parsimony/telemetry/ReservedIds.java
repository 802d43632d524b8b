// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.SpanReference;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.function.Supplier;

/**
 * Random ids, and ids that were given away before the SDK had started: spans of others may already nest under them, so the
 * span that is made late must bear them.
 */
final class ReservedIds implements IdGenerator {
    private final IdGenerator random = IdGenerator.random();

    @SuppressWarnings("ThreadLocalUsage") // one a process, and no thread keeps what it sets
    private final ThreadLocal<SpanReference> reserved = new ThreadLocal<>();

    /**
     * Gives away the ids of a span that will be made later.
     *
     * @param parent the span it will nest under; none for a root
     */
    SpanReference reserve(SpanReference parent) {
        return parent.isValid()
                ? new SpanReference(parent.traceId(), generateSpanId(), parent.sampled(), parent.traceState())
                : new SpanReference(generateTraceId(), generateSpanId(), true, "");
    }

    /**
     * Makes a span that bears reserved ids.
     *
     * @param ids the ids
     * @param span makes exactly one span, on this thread
     */
    <T> T using(SpanReference ids, Supplier<T> span) {
        reserved.set(ids);
        try {
            return span.get();
        } finally {
            reserved.remove();
        }
    }

    @Override
    public String generateSpanId() {
        SpanReference ids = reserved.get();
        return ids == null ? random.generateSpanId() : ids.spanId();
    }

    @Override
    public String generateTraceId() {
        SpanReference ids = reserved.get();
        return ids == null ? random.generateTraceId() : ids.traceId();
    }
}
