// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.SpanReference;

/**
 * The tracing library of an application, by handles on the few methods that are asked: no class of it is ours to link to, and
 * its version is whatever the application brings. May throw what that library throws.
 */
interface TracingApi {
    /** The current span on this thread. */
    SpanReference current();

    /** Makes a span of ours current on this thread. */
    Scope enter(SpanReference ours);

    /** The value of an entry of the current baggage; empty if it is not there. */
    String baggage(String key);

    /** The route of the incoming request that the current span stands for; empty if it stands for none, or does not say. */
    default String route() {
        return "";
    }

    /** What a handle threw, to be thrown on. */
    static RuntimeException unchecked(Throwable broken) {
        return broken instanceof RuntimeException plain ? plain : new IllegalStateException(broken);
    }

    /** Leaves a scope of the application's. */
    static void close(AutoCloseable scope) {
        try {
            scope.close();
        } catch (Throwable broken) { // a strict context storage throws an AssertionError
            // the application's tracing is its own affair
        }
    }
}
