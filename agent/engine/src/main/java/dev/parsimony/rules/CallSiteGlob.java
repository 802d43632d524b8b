// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A pattern over {@code package.Outer.Inner.method}, segment by segment: {@code *} stands for any text within one segment,
 * a segment {@code **} for any number of segments, none included.
 *
 * @param segments the pattern between the dots
 */
public record CallSiteGlob(List<Glob> segments) {
    private static final Glob ANY_NUMBER = new Glob("**");

    /** A glob of these segments. */
    public CallSiteGlob {
        segments = List.copyOf(segments);
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if a segment is empty or holds {@code **} beside other text
     */
    public static CallSiteGlob of(String pattern) {
        List<Glob> segments = new ArrayList<>();
        for (String segment : pattern.split("\\.", -1)) {
            segments.add(segment(segment));
        }
        return new CallSiteGlob(segments);
    }

    private static Glob segment(String text) {
        if (text.isEmpty() || text.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("must be segments joined by single dots, such as com.acme.**");
        }
        if (text.contains("**") && !text.equals("**")) {
            throw new IllegalArgumentException("** stands for whole segments and must stand alone between dots");
        }
        return new Glob(text);
    }

    /** Whether a call site fits. An unknown one, the empty text, fits no pattern. */
    public boolean matches(String site) {
        return !site.isEmpty() && matchesSegments(site);
    }

    private boolean matchesSegments(String site) {
        int s = 0;
        int star = -1;
        int resume = 0;
        int at = 0;
        while (at <= site.length()) {
            int end = segmentEnd(site, at);
            if (isAnyNumber(s)) {
                star = s++;
                resume = at;
            } else if (s < segments.size() && segments.get(s).matches(site, at, end)) {
                s++;
                at = end + 1;
            } else if (star >= 0) {
                s = star + 1;
                resume = segmentEnd(site, resume) + 1;
                at = resume;
            } else {
                return false;
            }
        }
        return onlyAnyNumberFrom(s);
    }

    private static int segmentEnd(String site, int from) {
        int dot = site.indexOf('.', from);
        return dot < 0 ? site.length() : dot;
    }

    private boolean isAnyNumber(int s) {
        return s < segments.size() && segments.get(s).pattern().equals(ANY_NUMBER.pattern());
    }

    private boolean onlyAnyNumberFrom(int s) {
        int rest = s;
        while (isAnyNumber(rest)) {
            rest++;
        }
        return rest == segments.size();
    }

    /** Whether every call site that fits the other pattern surely fits this one too. */
    boolean encloses(CallSiteGlob other) {
        return equals(other) || (other.segments.contains(ANY_NUMBER) ? enclosesOpen(other) : matches(other.toString()));
    }

    /** Of patterns that end in {@code **}, the ones that begin like us. */
    private boolean enclosesOpen(CallSiteGlob other) {
        int head = segments.size() - 1;
        List<Glob> theirs = other.segments.subList(0, Math.min(head, other.segments.size()));
        return isAnyNumber(head)
                && !theirs.contains(ANY_NUMBER)
                && theirs.size() == head
                && (head == 0
                        || new CallSiteGlob(segments.subList(0, head)).matches(new CallSiteGlob(theirs).toString()));
    }

    @Override
    public String toString() {
        return segments.stream().map(Glob::pattern).collect(Collectors.joining("."));
    }
}
