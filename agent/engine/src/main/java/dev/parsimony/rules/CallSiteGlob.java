// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

/**
 * A pattern over {@code package.Outer.Inner.method}, segment by segment: {@code *} stands for any text within one segment,
 * a segment {@code **} for any number of segments, none included.
 */
public final class CallSiteGlob {
    private final Segments segments;

    private CallSiteGlob(Segments segments) {
        this.segments = segments;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if a segment is empty or holds {@code **} beside other text
     */
    public static CallSiteGlob of(String pattern) {
        return new CallSiteGlob(
                Segments.of(pattern, '.', "must be segments joined by single dots, such as com.acme.**"));
    }

    /** Whether a call site fits. An unknown one, the empty text, fits no pattern. */
    public boolean matches(String site) {
        return !site.isEmpty() && segments.matches(site);
    }

    /** Whether every call site that fits the other pattern surely fits this one too. */
    boolean encloses(CallSiteGlob other) {
        return segments.encloses(other.segments);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallSiteGlob glob && segments.equals(glob.segments);
    }

    @Override
    public int hashCode() {
        return segments.hashCode();
    }

    @Override
    public String toString() {
        return segments.toString();
    }
}
