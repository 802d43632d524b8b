// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

/**
 * A span by its W3C trace context ids, whoever made it.
 *
 * @param traceId 32 lower-case hex digits; empty if there is none
 * @param spanId 16 lower-case hex digits; empty if there is none
 * @param sampled the trace flag
 * @param traceState the header of that name; may be empty
 */
public record SpanReference(String traceId, String spanId, boolean sampled, String traceState) {
    private static final SpanReference NONE = new SpanReference("", "", false, "");

    /** No span. */
    public static SpanReference none() {
        return NONE;
    }

    /** Whether there is one. */
    public boolean isValid() {
        return !traceId.isEmpty();
    }
}
