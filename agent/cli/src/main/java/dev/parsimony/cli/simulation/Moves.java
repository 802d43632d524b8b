// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import dev.parsimony.simulator.billing.Caching;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every way of marking one call that may be of use: marks behind prefixes that a later call can read, for lives that last
 * until then, those of the long life first, and one more behind a prefix that is held, which reads it; four in all, and three
 * beside the provider's own. Others are never better: a mark behind a prefix that nobody reads costs its writing, and if it
 * found what it reads by looking back, a mark behind that very prefix finds it too.
 */
final class Moves {
    private static final int MOST = 4;
    private static final int LOOKBACK = 20; // blocks, the marked one included; Anthropic's prompt caching guide
    private static final int LATEST = 80; // breakpoints; OpenAI's prompt caching guide
    private static final int NOWHERE = -1;

    private final Turn turn;
    private final Stock stock;
    private final int lives;
    private final List<Integer> useful = new ArrayList<>();
    private final List<Integer> held = new ArrayList<>();
    private final Consumer<Move> found;

    /**
     * What can be done with a call.
     *
     * @param number which of the family's calls it is
     * @param turn the call
     * @param stock what the provider holds when it is made
     * @param found told of each way
     */
    Moves(int number, Turn turn, Stock stock, Consumer<Move> found) {
        this.turn = turn;
        this.stock = stock;
        this.lives = turn.rates().lives().size();
        this.found = found;
        for (int end = 0; end < turn.ends().size(); end++) {
            Stem stem = turn.ends().get(end).stem();
            if (stem != null && stock.holds(stem)) {
                held.add(end);
            } else if (stem != null
                    && turn.ends().get(end).markable()
                    && stem.isVisited(number + 1, turn.begins(), turn.writtenUntil(lives - 1))) {
                useful.add(end);
            }
        }
    }

    /** How many prefixes could be marked with use; the ways grow with its fourth power. */
    int breadth() {
        return useful.size();
    }

    /** Goes through them all. */
    void all() {
        each(false, MOST);
        if (turn.caching() == Caching.BREAKPOINTS) {
            each(true, MOST - 1);
        }
    }

    private void each(boolean own, int most) {
        choose(own, NOWHERE, 0, new ArrayList<>(), most);
        for (int end : held) {
            if (turn.ends().get(end).markable()) {
                choose(own, end, 0, new ArrayList<>(), most - 1);
            }
        }
    }

    private void choose(boolean own, int reading, int from, List<Integer> chosen, int left) {
        for (int longs = 0; longs <= (lives > 1 ? chosen.size() : 0); longs++) {
            found.accept(play(own, reading, chosen, longs));
        }
        for (int i = from; i < useful.size() && left > 0; i++) {
            if (useful.get(i) > reading) {
                chosen.add(useful.get(i));
                choose(own, reading, i + 1, chosen, left - 1);
                chosen.remove(chosen.size() - 1);
            }
        }
    }

    private Move play(boolean own, int reading, List<Integer> marks, int longs) {
        int hit = Math.max(reading, found(own, marks));
        int ownEnd = own ? turn.ownEnd() : NOWHERE;
        int read = hit < 0 ? 0 : turn.ends().get(hit).tokens();
        int until = read;
        double written = 0;
        List<Stock.Entry> entries = new ArrayList<>();
        for (int end = hit + 1; end < turn.ends().size(); end++) {
            Stem stem = turn.ends().get(end).stem();
            int mark = marks.indexOf(end);
            if (stem != null && (mark >= 0 || end == ownEnd)) {
                int life = mark >= 0 && mark < longs ? lives - 1 : 0;
                int tokens = turn.ends().get(end).tokens();
                written += (tokens - until) * turn.rates().lives().get(life).write();
                until = tokens;
                entries.add(new Stock.Entry(stem, life, turn.begins(), turn.writtenUntil(life)));
            }
        }
        return new Move(turn.price(read, written, until), stock.after(turn, hit, entries));
    }

    /** The longest prefix that is read without a mark of its own. */
    private int found(boolean own, List<Integer> marks) {
        int longest = NOWHERE;
        for (int end : held) {
            boolean seen = turn.caching() == Caching.MARKS
                    ? marks.stream().anyMatch(mark -> end <= mark && end > mark - LOOKBACK)
                    : own && turn.ends().get(end).boundary() && isAmongTheLatest(end, marks);
            longest = seen ? end : longest;
        }
        return longest;
    }

    private boolean isAmongTheLatest(int end, List<Integer> marks) {
        int later = 0;
        for (int i = end + 1; i < turn.ends().size(); i++) {
            later += turn.ends().get(i).boundary() || marks.contains(i) ? 1 : 0;
        }
        return later < LATEST;
    }
}
