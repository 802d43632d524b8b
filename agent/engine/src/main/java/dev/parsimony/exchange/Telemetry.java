// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import org.jspecify.annotations.Nullable;

/** Where finished calls are told: spans and metrics, from the {@link Exchange} alone. Never throws, never waits. */
public interface Telemetry extends AutoCloseable {
    /**
     * The application's own tracing, as seen from one of its class loaders.
     *
     * @param loader the loader of the SDK; null for the boot loader
     */
    ApplicationTracing tracing(@Nullable ClassLoader loader);

    /**
     * Opens the span of a call, just before its first send or its local answer; it began when the exchange did.
     *
     * @param exchange the call so far
     * @param tracing the application's tracing where the call is made, as {@link #tracing} gave it: an application that runs
     *     its own is told of the call there
     */
    Trail open(Exchange exchange, ApplicationTracing tracing);

    /**
     * Tells the calls of an application to the OpenTelemetry that it has built for itself.
     *
     * @param openTelemetry an instance of the application's own copy of the API
     */
    default void joins(Object openTelemetry) {}

    /** Counts a failure of ours in a step. */
    void failure(String step);

    /**
     * Shows what became of an SDK that was found.
     *
     * @param found the SDK
     */
    void instrumentation(Found found);

    /** Hands over what is still held; waits two seconds at most. */
    @Override
    void close();

    /** A span that nobody is told of. */
    static Trail untold() {
        return SilentTelemetry.INSTANCE;
    }

    /** Tells nobody. */
    static Telemetry silent() {
        return SilentTelemetry.INSTANCE;
    }

    /** One call's span. */
    interface Trail {
        /** The span's ids, for spans that nest under it; none if it is not recorded anywhere. */
        SpanReference span();

        /**
         * Makes the span itself current on this thread, beside its ids: those who record it may nest under spans of their own
         * making alone.
         */
        default Scope enter() {
            return Scope.none();
        }

        /**
         * Fills and ends the span, and counts the call.
         *
         * @param exchange the call, over
         */
        void end(Exchange exchange);
    }
}
