// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

/** The tracing that the application runs itself, if it does. Never throws. */
public interface ApplicationTracing {
    /** The current span on this thread. */
    SpanReference current();

    /**
     * Makes a span of ours the application's current one on this thread.
     *
     * @param span the span
     * @return what puts back the one before
     */
    Scope enter(SpanReference span);

    /**
     * An entry of the current baggage.
     *
     * @param key the entry's name
     * @return its value; empty if it is not there
     */
    String baggage(String key);

    /** The route of the incoming request that the current span says it serves; empty if it says none, or cannot be read. */
    default String route() {
        return "";
    }

    /** The application traces nothing. */
    static ApplicationTracing none() {
        return SilentTelemetry.NONE;
    }
}
