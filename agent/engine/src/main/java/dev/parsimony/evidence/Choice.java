// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The best marks by expected cost. A mark covers what stands between the one before and itself: that much is written for its
 * life, and read again where a later prompt gets as far as it. Those of the long life stand before those of the short one, as
 * providers demand. All sets are weighed against each other, by dynamic programming over the last mark and its life.
 */
final class Choice {
    private static final int SHORT = 0;
    private static final int LONG = 1;

    private final List<Candidate> candidates;
    private final int lives;
    private final double[][][] best;
    private final int[][][] before;

    /**
     * A mark.
     *
     * @param candidate where
     * @param longLived for the longest life instead of the shortest
     */
    record Mark(Candidate candidate, boolean longLived) {}

    private Choice(List<Candidate> candidates, int lives, int most) {
        this.candidates = candidates;
        this.lives = lives;
        this.best = new double[most + 1][candidates.size()][lives];
        this.before = new int[most + 1][candidates.size()][lives];
    }

    /**
     * Chooses.
     *
     * @param candidates where marks may stand, the shortest prefix first
     * @param held how many bytes the provider holds already, before all candidates
     * @param rules the lives there are
     * @param most how many marks at most
     * @return the marks, the shortest prefix first; none where none is expected to pay
     */
    static List<Mark> of(List<Candidate> candidates, long held, CacheRules rules, int most) {
        return most <= 0 || candidates.isEmpty()
                ? List.of()
                : new Choice(candidates, rules.lives().size(), most).weigh(held);
    }

    private List<Mark> weigh(long held) {
        int marks = 0;
        int last = -1;
        double most = 0;
        for (int count = 1; count < best.length; count++) {
            for (int i = count - 1; i < candidates.size(); i++) {
                for (int life = 0; life < lives; life++) {
                    reach(count, i, life, held);
                    if (best[count][i][life] > most) {
                        most = best[count][i][life];
                        marks = count;
                        last = i * lives + life;
                    }
                }
            }
        }
        return trace(marks, last);
    }

    private void reach(int count, int i, int life, long held) {
        double gain = candidates.get(i).gain(life);
        long bytes = candidates.get(i).prefix().bytes();
        best[count][i][life] = count == 1 ? gain * (bytes - held) : Double.NEGATIVE_INFINITY;
        before[count][i][life] = -1;
        for (int j = count - 2; count > 1 && j < i; j++) {
            long covered = bytes - candidates.get(j).prefix().bytes();
            for (int other = life; other < lives; other++) {
                double sum = best[count - 1][j][other] + gain * covered;
                if (sum > best[count][i][life]) {
                    best[count][i][life] = sum;
                    before[count][i][life] = j * lives + other;
                }
            }
        }
    }

    private List<Mark> trace(int marks, int last) {
        List<Mark> chosen = new ArrayList<>();
        int at = last;
        for (int count = marks; count > 0; count--) {
            int life = at % lives;
            chosen.add(new Mark(candidates.get(at / lives), life == LONG && lives > SHORT + 1));
            at = before[count][at / lives][life];
        }
        Collections.reverse(chosen);
        return chosen;
    }
}
