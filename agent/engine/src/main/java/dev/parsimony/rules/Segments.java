// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A pattern, segment by segment: {@code *} stands for any text within one segment, a segment {@code **} for any number of
 * segments, none included.
 *
 * @param list the pattern's segments
 * @param between what stands between two segments
 */
record Segments(List<Glob> list, char between) {
    private static final Glob ANY_NUMBER = new Glob("**");

    /** Segments nobody can change. */
    Segments {
        list = List.copyOf(list);
    }

    /**
     * Reads a pattern.
     *
     * @param pattern the segments
     * @param between what stands between two of them
     * @param wanted what a pattern must be, for one who wrote another
     * @throws IllegalArgumentException if a segment is empty or holds {@code **} beside other text
     */
    static Segments of(String pattern, char between, String wanted) {
        List<Glob> segments = new ArrayList<>();
        int begin = 0;
        while (begin <= pattern.length()) {
            int end = end(pattern, begin, between);
            segments.add(segment(pattern.substring(begin, end), wanted));
            begin = end + 1;
        }
        return new Segments(segments, between);
    }

    private static Glob segment(String text, String wanted) {
        if (text.isEmpty() || text.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(wanted);
        }
        if (text.contains("**") && !text.equals("**")) {
            throw new IllegalArgumentException("** stands for whole segments and must stand alone between two of them");
        }
        return new Glob(text);
    }

    /** Whether a text, cut into segments, fits. */
    boolean matches(String text) {
        int s = 0;
        int star = -1;
        int resume = 0;
        int at = 0;
        while (at <= text.length()) {
            int end = end(text, at, between);
            if (isAnyNumber(s)) {
                star = s++;
                resume = at;
            } else if (s < list.size() && list.get(s).matches(text, at, end)) {
                s++;
                at = end + 1;
            } else if (star >= 0) {
                s = star + 1;
                resume = end(text, resume, between) + 1;
                at = resume;
            } else {
                return false;
            }
        }
        return onlyAnyNumberFrom(s);
    }

    private static int end(String text, int from, char between) {
        int end = text.indexOf(between, from);
        return end < 0 ? text.length() : end;
    }

    private boolean isAnyNumber(int s) {
        return s < list.size() && list.get(s).pattern().equals(ANY_NUMBER.pattern());
    }

    private boolean onlyAnyNumberFrom(int s) {
        int rest = s;
        while (isAnyNumber(rest)) {
            rest++;
        }
        return rest == list.size();
    }

    /** Whether every text that fits the other pattern surely fits this one too. */
    boolean encloses(Segments other) {
        return equals(other) || (other.list.contains(ANY_NUMBER) ? enclosesOpen(other) : matches(other.toString()));
    }

    /** Of patterns that end in {@code **}, the ones that begin like us. */
    private boolean enclosesOpen(Segments other) {
        int head = list.size() - 1;
        List<Glob> theirs = other.list.subList(0, Math.min(head, other.list.size()));
        return isAnyNumber(head)
                && !theirs.contains(ANY_NUMBER)
                && theirs.size() == head
                && (head == 0
                        || new Segments(list.subList(0, head), between)
                                .matches(new Segments(theirs, between).toString()));
    }

    @Override
    public String toString() {
        return list.stream().map(Glob::pattern).collect(Collectors.joining(String.valueOf(between)));
    }
}
