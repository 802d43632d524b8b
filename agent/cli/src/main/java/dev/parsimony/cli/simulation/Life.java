// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The cheapest series of classes in which one stem's tokens may be billed over all calls that go through it, exactly, by
 * dynamic programming from the last call to the first over what is held at each: nothing, or an entry of one of the lives.
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
    /** Nothing is held; an entry of the first life is one more, and so on. */
    static final int NOTHING = 0;

    private final List<Visit> visits;
    private final List<Rates.Lifetime> lives;
    private final double[][] ahead;
    private final double[] plain;

    /**
     * A stem's life.
     *
     * @param visits the calls that go through it, in order of time, at least one
     */
    Life(List<Visit> visits) {
        this.visits = visits;
        this.lives = visits.get(0).rates().lives();
        this.ahead = new double[visits.size() + 1][lives.size() + 1];
        this.plain = new double[visits.size() + 1];
        for (int i = 0; i < visits.size(); i++) {
            plain[i + 1] = plain[i] + visits.get(i).plain();
        }
        for (int visit = visits.size() - 1; visit >= 0; visit--) {
            ahead[visit][NOTHING] = withoutReading(visit);
            for (int life = 0; life < lives.size(); life++) {
                ahead[visit][life + 1] = Math.min(ahead[visit][NOTHING], reading(visit, life));
            }
        }
    }

    /** What its tokens cost at the least, in USD. */
    double cheapest() {
        return ahead[0][NOTHING];
    }

    /**
     * What its tokens cost at the least from a visit on, in USD.
     *
     * @param visit which visit; one behind the last costs nothing
     * @param held {@link #NOTHING}, or one more than the number of the life for which an entry is held then
     */
    double ahead(int visit, int held) {
        return ahead[visit][held];
    }

    /**
     * The same where an entry is written already, but cannot be read before an answer has begun.
     *
     * @param visit which visit
     * @param held as above
     * @param readable the last moment at which it cannot be read yet
     */
    double ahead(int visit, int held, Instant readable) {
        int next = visit;
        while (next < visits.size() && !visits.get(next).at().isAfter(readable)) {
            next++;
        }
        return plain[next] - plain[visit] + ahead[next][held];
    }

    private double withoutReading(int visit) {
        double least = visits.get(visit).plain() + ahead[visit + 1][NOTHING];
        Instant readable = visits.get(visit).at().plus(Pace.BEGINS);
        int next = visit + 1;
        while (next < visits.size() && visits.get(next).at().isBefore(readable)) {
            next++;
        }
        for (int life = 0; life < lives.size(); life++) {
            double written = visits.get(visit).write(life) + plain[next] - plain[visit + 1];
            least = Math.min(least, written + ahead[next][isHeld(next, readable, life) ? life + 1 : NOTHING]);
        }
        return least;
    }

    private double reading(int visit, int life) {
        return visits.get(visit).read() + Math.min(renewed(visit, life), renewed(visit, lives.size() - 1));
    }

    private double renewed(int visit, int life) {
        return ahead[visit + 1][isHeld(visit + 1, visits.get(visit).at(), life) ? life + 1 : NOTHING];
    }

    private boolean isHeld(int visit, Instant used, int life) {
        Duration length = lives.get(life).length().plus(Pace.BEGINS);
        return visit < visits.size() && !visits.get(visit).at().isAfter(used.plus(length));
    }
}
