// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Searches for the cheapest course of a family's calls, as A* does: from what is held before a call, by every way of sending
 * it, to what is held before the next, those states first whose price so far and least price ahead are the least together.
 * The least price ahead is that of each stem alone, given what is held ({@link Life}), and never too high; so the first course
 * found to its end is the optimum, and until then no course is cheaper than the first state that waits.
 */
final class Search {
    private static final Comparator<State> IN_ORDER =
            Comparator.comparingDouble(State::least).thenComparing(State::turn, Comparator.reverseOrder());
    private static final int BROADEST = 24; // prefixes worth a mark in one call; 23,000 ways of marking four of them

    private final Family family;
    private final Effort effort;
    private final double[] ahead;
    private final PriorityQueue<State> waiting = new PriorityQueue<>(IN_ORDER);
    private final Map<Place, Double> reached = new HashMap<>();
    private boolean solved;

    private record Place(int turn, Stock stock) {}

    /** What was paid before a call, and what no course pays less than. */
    private record State(Place place, double paid, double least) {
        int turn() {
            return place.turn;
        }
    }

    /**
     * A search.
     *
     * @param family the calls
     * @param effort how many ways may be tried
     */
    Search(Family family, Effort effort) {
        this.family = family;
        this.effort = effort;
        this.ahead = family.boundsAhead();
    }

    /** What the calls' input costs at the least, in USD: the optimum if it {@link #isSolved}, else a lower bound of it. */
    double least() {
        reach(0, 0, Stock.EMPTY);
        while (!waiting.isEmpty()) {
            State state = waiting.remove();
            solved = state.turn() == family.turns().size();
            if (solved || !effort.isLeft()) {
                return state.least;
            }
            if (state.paid <= reached.getOrDefault(state.place, Double.POSITIVE_INFINITY) && !expand(state)) {
                return state.least;
            }
        }
        return family.bound();
    }

    /** Whether {@link #least} has found the optimum. */
    boolean isSolved() {
        return solved;
    }

    private boolean expand(State state) {
        Moves moves = new Moves(
                state.turn(),
                family.turns().get(state.turn()),
                state.place.stock,
                move -> reach(state.turn() + 1, state.paid + move.usd(), move.stock()));
        if (moves.breadth() > BROADEST) {
            return false;
        }
        moves.all();
        return true;
    }

    private void reach(int turn, double paid, Stock left) {
        effort.spend();
        boolean last = turn == family.turns().size();
        Stock stock =
                last ? Stock.EMPTY : left.at(turn, family.turns().get(turn).at());
        Place place = new Place(turn, stock);
        Double before = reached.get(place);
        if (before == null || paid < before) {
            reached.put(place, paid);
            waiting.add(new State(place, paid, paid + ahead[turn] - spared(place)));
        }
    }

    /** By how much less the calls ahead cost at the least than if nothing were held. */
    private double spared(Place place) {
        Map<Stem, Stock.Entry> best = new HashMap<>();
        for (Stock.Entry entry : place.stock.entries()) {
            for (Stem stem = entry.stem(); stem != null; stem = stem.parent()) {
                best.merge(stem, entry, Search::better);
            }
        }
        double spared = 0;
        for (Map.Entry<Stem, Stock.Entry> covered : best.entrySet()) {
            spared += spared(covered.getKey(), covered.getValue(), place.turn);
        }
        return spared;
    }

    private static double spared(Stem stem, Stock.Entry entry, int turn) {
        int visit = stem.visitFrom(turn);
        double held = entry.isReadable()
                ? stem.life().ahead(visit, entry.life() + 1)
                : stem.life().ahead(visit, entry.life() + 1, entry.from());
        return stem.life().ahead(visit, Life.NOTHING) - held;
    }

    /** What two entries that hold the same tokens promise together. */
    private static Stock.Entry better(Stock.Entry one, Stock.Entry other) {
        Stock.Entry sooner = one.from().isAfter(other.from()) ? other : one;
        return new Stock.Entry(sooner.stem(), Math.max(one.life(), other.life()), sooner.from(), sooner.until());
    }
}
