// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

import dev.parsimony.exchange.Digest;
import java.util.HashSet;
import java.util.Set;

/**
 * What every call of one site had so far, in one part of the prompt. The lines can only become fewer: one that was missing once is never taken for
 * steady again, so a text, once put in order, is put in the same order the next time. A call that has less than a quarter of its
 * lines in common with them is a stranger and proves nothing; after three strangers in a row the habit is theirs.
 *
 * @param calls how many calls there were, strangers left out
 * @param strangers how many of the last calls were strangers
 * @param lines the lines that all other calls had
 */
record Habit(int calls, int strangers, Set<Digest> lines) {
    /** Two calls before this one. */
    private static final int ENOUGH = 3;

    private static final int MOST_STRANGERS = 3;
    private static final int HABIT_BYTES = 256;
    private static final int LINE_BYTES = 96; // a node of the set, its share of the table and a digest

    /** The habit of a site's first call. */
    static Habit of(Set<Digest> seen) {
        return new Habit(1, 0, seen);
    }

    /** The habit after one more call. */
    Habit and(Set<Digest> seen) {
        Set<Digest> common = new HashSet<>(lines);
        common.retainAll(seen);
        if (common.size() * 4 >= seen.size()) {
            return new Habit(Math.min(calls + 1, ENOUGH), 0, common);
        }
        return strangers + 1 < MOST_STRANGERS ? new Habit(calls, strangers + 1, lines) : of(seen);
    }

    boolean isEvident() {
        return calls >= ENOUGH;
    }

    boolean has(Digest line) {
        return lines.contains(line);
    }

    int weight() {
        return HABIT_BYTES + LINE_BYTES * lines.size();
    }
}
