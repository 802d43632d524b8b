// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what somebody meant who misspelled a word. */
final class Spelling {
    private Spelling() {}

    /**
     * The nearest known word, if one is near enough to be meant.
     *
     * @param word as written
     * @param known the words there are
     */
    static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(candidate -> distance(word, candidate) <= tolerance(candidate));
    }

    /** The question that ends a message, or nothing. */
    static String question(String word, Collection<String> known) {
        return nearest(word, known)
                .map(candidate -> " Did you mean \"" + candidate + "\"?")
                .orElse("");
    }

    /** The question that ends a message, or all there is to choose from. */
    static String hint(String word, Collection<String> known) {
        Set<String> sorted = new TreeSet<>(known);
        String question = question(word, sorted);
        return question.isEmpty() ? " Known: " + String.join(", ", sorted) : question;
    }

    /** One slip in a short word, two in one of six letters, three from nine. */
    private static int tolerance(String word) {
        return Math.max(1, word.length() / 3);
    }

    /** Letters to insert, drop, replace or swap with their neighbour (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cheapest(int[][] d, String a, String b, int i, int j) {
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, 1 + d[i - 2][j - 2]) : best;
    }
}
