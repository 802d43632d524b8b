// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.Map;

/**
 * Who makes a call, as read on the thread that makes it.
 *
 * @param site the nearest frame of the application
 * @param thread the thread's name
 * @param span the application's current span
 * @param labels what the configured tenant sources said, by source ({@code mdc:tenantId}); header sources are not in it
 * @param endpoint the route of the incoming request that is being served, {@code /orders/{id}}; empty if none can be read
 */
public record Caller(CallSite site, String thread, SpanReference span, Map<String, String> labels, String endpoint) {
    /** A caller that serves no incoming request. */
    public Caller(CallSite site, String thread, SpanReference span, Map<String, String> labels) {
        this(site, thread, span, labels, "");
    }

    /** A caller nobody could see. */
    public static Caller unknown() {
        return new Caller(CallSite.unknown(), "", SpanReference.none(), Map.of());
    }
}
