// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import java.util.Locale;

/**
 * A pattern in which {@code *} stands for any text, none included, and every other character for itself.
 *
 * @param pattern the pattern; not empty
 */
public record Glob(String pattern) {
    /**
     * A glob that compares exactly.
     *
     * @throws IllegalArgumentException if the pattern is empty
     */
    public Glob {
        if (pattern.isEmpty()) {
            throw new IllegalArgumentException("must not be empty");
        }
    }

    /** A glob for host names, which know no case; to be matched against lower case. */
    public static Glob ofHost(String pattern) {
        return new Glob(pattern.toLowerCase(Locale.ROOT));
    }

    /** Whether the whole text fits. A text that is empty because nothing is known fits no pattern, {@code *} included. */
    public boolean matches(String text) {
        return !text.isEmpty() && matches(text, 0, text.length());
    }

    /** Whether a part of a text fits. */
    boolean matches(String text, int from, int to) {
        return pattern.indexOf('*') < 0
                ? to - from == pattern.length() && text.startsWith(pattern, from)
                : matchesStars(text, from, to);
    }

    /**
     * Only the latest {@code *} is ever reconsidered, so the time is bounded by the product of both lengths whatever the
     * pattern.
     */
    private boolean matchesStars(String text, int from, int to) {
        int p = 0;
        int star = -1;
        int resume = from;
        int t = from;
        while (t < to) {
            if (isStar(p)) {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        return onlyStarsFrom(p);
    }

    private boolean isStar(int p) {
        return p < pattern.length() && pattern.charAt(p) == '*';
    }

    private boolean onlyStarsFrom(int p) {
        int rest = p;
        while (isStar(rest)) {
            rest++;
        }
        return rest == pattern.length();
    }

    /**
     * Whether every text that fits the other pattern surely fits this one too. A {@code *} of the other can only have been
     * met by one of ours, which meets whatever it stands for as well.
     */
    boolean encloses(Glob other) {
        return matches(other.pattern);
    }

    @Override
    public String toString() {
        return pattern;
    }
}
