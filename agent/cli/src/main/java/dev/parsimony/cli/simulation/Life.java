// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The cheapest series of classes in which one node's tokens may be billed over all calls that go through it, exactly, by
 * dynamic programming over what is held at each call: nothing, or an entry of one of the lives.
 *
 * <ul>
 *   <li>A call bills the tokens as plain input. What was held may be let go of: no real course gains by that, so allowing it
 *       changes no minimum and spares remembering when an entry was last used.
 *   <li>Or it writes them. Those that follow before its answer begins bill plain input: were one of them to write too, the
 *       later writing alone would have held as long, but for less than the time in which an answer begins; every life is
 *       taken to be longer by that time, so the two are never better than one.
 *   <li>Or, while an entry is held, it reads them, which renews it. Then the entry's life may become the longest one for
 *       nothing: a deeper entry, written for that life in the same call, holds these tokens too.
 * </ul>
 */
final class Life {
    private static final int NOTHING = 0;

    private final List<Visit> visits;
    private final List<Rates.Lifetime> lives;
    private final double[][] cost;
    private final double[] plain;

    /**
     * A node's life.
     *
     * @param visits the calls that go through it, in order of time, at least one
     */
    Life(List<Visit> visits) {
        this.visits = visits;
        this.lives = visits.get(0).rates().lives();
        this.cost = new double[visits.size() + 1][lives.size() + 1];
        this.plain = new double[visits.size() + 1];
        for (int i = 0; i < visits.size(); i++) {
            plain[i + 1] = plain[i] + visits.get(i).plain();
        }
    }

    /** What its tokens cost at the least, in USD. */
    double cheapest() {
        for (double[] row : cost) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        cost[0][NOTHING] = 0;
        for (int visit = 0; visit < visits.size(); visit++) {
            double least = Arrays.stream(cost[visit]).min().orElseThrow();
            reach(visit + 1, NOTHING, least + visits.get(visit).plain());
            for (int life = 0; life < lives.size(); life++) {
                write(visit, life, least);
                read(visit, life);
            }
        }
        return Arrays.stream(cost[visits.size()]).min().orElseThrow();
    }

    private void write(int visit, int life, double before) {
        Instant readable = visits.get(visit).at().plus(Pace.BEGINS);
        int next = visit + 1;
        while (next < visits.size() && visits.get(next).at().isBefore(readable)) {
            next++;
        }
        double sum = before + visits.get(visit).write(life) + plain[next] - plain[visit + 1];
        reach(next, isHeld(next, readable, life) ? life + 1 : NOTHING, sum);
    }

    private void read(int visit, int life) {
        double sum = cost[visit][life + 1] + visits.get(visit).read();
        for (int after = life; after < lives.size(); after += Math.max(1, lives.size() - 1 - life)) {
            boolean held = isHeld(visit + 1, visits.get(visit).at(), after);
            reach(visit + 1, held ? after + 1 : NOTHING, sum);
        }
    }

    private boolean isHeld(int visit, Instant used, int life) {
        Duration length = lives.get(life).length().plus(Pace.BEGINS);
        return visit < visits.size() && !visits.get(visit).at().isAfter(used.plus(length));
    }

    private void reach(int visit, int held, double sum) {
        cost[visit][held] = Math.min(cost[visit][held], sum);
    }
}
