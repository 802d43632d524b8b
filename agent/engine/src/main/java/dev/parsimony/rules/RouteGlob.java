// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

/**
 * A pattern over the route of an incoming request, {@code /orders/{id}}, segment by segment: {@code *} stands for any text
 * within one segment, a segment {@code **} for any number of segments, none included. A variable of the route is text like
 * any other: {@code /orders/*} fits the one above.
 */
public final class RouteGlob {
    private static final String ROOT = "/";

    private final Segments segments;

    private RouteGlob(Segments segments) {
        this.segments = segments;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if it does not begin with a slash, a segment is empty or holds {@code **} beside other
     *     text
     */
    public static RouteGlob of(String pattern) {
        if (!pattern.startsWith(ROOT)) {
            throw new IllegalArgumentException("must begin with a slash, such as /api/**");
        }
        return new RouteGlob(
                Segments.of(pattern.substring(1), '/', "must be segments joined by single slashes, such as /api/**"));
    }

    /** Whether a route fits. An unknown one, the empty text, fits no pattern; a slash at its end does not count. */
    public boolean matches(String route) {
        int from = route.startsWith(ROOT) ? 1 : 0;
        int to = route.length() > from && route.endsWith(ROOT) ? route.length() - 1 : route.length();
        return !route.isEmpty() && segments.matches(route.substring(from, to));
    }

    /** Whether every route that fits the other pattern surely fits this one too. */
    boolean encloses(RouteGlob other) {
        return segments.encloses(other.segments);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RouteGlob glob && segments.equals(glob.segments);
    }

    @Override
    public int hashCode() {
        return segments.hashCode();
    }

    @Override
    public String toString() {
        return ROOT + segments;
    }
}
