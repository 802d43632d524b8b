// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One node in the tree of the prefixes of a family's prompts: a prefix long enough to be kept, and the calls that begin with it. */
final class Stem {
    private final int number;
    private final @Nullable Stem parent;
    private final List<Visit> visits = new ArrayList<>();
    private final List<Integer> turns = new ArrayList<>();
    private @Nullable Life life;

    /**
     * A stem that no call goes through yet.
     *
     * @param number tells it from the others of its family
     * @param parent the longest shorter prefix that can be kept; null if there is none
     */
    Stem(int number, @Nullable Stem parent) {
        this.number = number;
        this.parent = parent;
    }

    /** A call goes through it, the family's so-and-so-manieth, in order of time. */
    void visit(int turn, Visit visit) {
        turns.add(turn);
        visits.add(visit);
        life = null;
    }

    int number() {
        return number;
    }

    @Nullable
    Stem parent() {
        return parent;
    }

    /** What its own tokens cost. */
    Life life() {
        Life known = life;
        if (known == null) {
            known = new Life(visits);
            life = known;
        }
        return known;
    }

    /** Which of its visits is the first of this turn or a later one. */
    int visitFrom(int turn) {
        int low = 0;
        int high = turns.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (turns.get(middle) < turn) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether a call of this turn or a later one could read an entry that is held after one moment and before another. */
    boolean isVisited(int turn, Instant after, Instant before) {
        int visit = visitFrom(turn);
        while (visit < visits.size() && !visits.get(visit).at().isAfter(after)) {
            visit++;
        }
        return visit < visits.size() && visits.get(visit).at().isBefore(before);
    }

    @Override
    public String toString() {
        return "stem " + number + " of " + visits.size() + " visits";
    }
}
