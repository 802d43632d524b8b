// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.ApplicationTracing;
import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.SpanReference;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * What an application tells of itself, as seen from one of its class loaders. Where it traces by two libraries, OpenTelemetry
 * counts as long as it has a current span.
 *
 * @param openTelemetry its OpenTelemetry
 * @param brave its Brave
 * @param metrics the {@code Metrics} class of its Micrometer; empty if it has none
 */
record Surroundings(
        ApplicationTracing openTelemetry, ApplicationTracing brave, WeakReference<@Nullable Class<?>> metrics)
        implements ApplicationTracing {
    /** The {@code Span} class of its OpenTelemetry API; null if it has none. */
    @Nullable
    Class<?> span() {
        return openTelemetry instanceof BorrowedTracing borrowed ? borrowed.anchor() : null;
    }

    /** Whether there is nothing in them that we know. */
    boolean areEmpty() {
        return openTelemetry.equals(ApplicationTracing.none())
                && brave.equals(ApplicationTracing.none())
                && metrics.get() == null;
    }

    @Override
    public SpanReference current() {
        SpanReference current = openTelemetry.current();
        return current.isValid() ? current : brave.current();
    }

    @Override
    public Scope enter(SpanReference ours) {
        return openTelemetry.enter(ours).around(brave.enter(ours));
    }

    @Override
    public String route() {
        return openTelemetry.route();
    }

    @Override
    public String baggage(String key) {
        String value = openTelemetry.baggage(key);
        return value.isEmpty() ? brave.baggage(key) : value;
    }
}
