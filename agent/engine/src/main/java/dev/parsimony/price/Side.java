// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import dev.parsimony.exchange.Draw;

/** What the calls of one side of a comparison cost, by groups of conversations; exact sums. */
final class Side {
    /** Money is summed in units of ten to the minus twelve USD. */
    static final int PICO = 12;

    private static final double USD = 1e-12;
    private static final int FEWEST_CALLS = 30;
    private static final int FEWEST_GROUPS = 10;
    /** More than one call in twenty without a price, and those that have one may be no fair sample. */
    private static final int MOST_UNPRICED = 20;

    private final long[] calls = new long[Draw.GROUPS];
    private final long[] pico = new long[Draw.GROUPS];
    private long unpriced;

    void add(int group, long cost) {
        calls[group]++;
        pico[group] += cost;
    }

    void addUnpriced() {
        unpriced++;
    }

    /** How many calls have a price. */
    long calls() {
        return sum(calls);
    }

    private static long sum(long[] parts) {
        long sum = 0;
        for (long part : parts) {
            sum += part;
        }
        return sum;
    }

    /** What a call costs, in USD. */
    double mean() {
        return sum(pico) * USD / calls();
    }

    /** The standard error of that mean, by how far the groups stray from it. */
    double error() {
        double mean = mean();
        double squares = 0;
        for (int group = 0; group < Draw.GROUPS; group++) {
            double off = pico[group] * USD - mean * calls[group];
            squares += off * off;
        }
        int groups = groups();
        return groups < 2 ? Double.MAX_VALUE : Math.sqrt(squares * groups / (groups - 1)) / calls();
    }

    private int groups() {
        int groups = 0;
        for (long count : calls) {
            groups += count > 0 ? 1 : 0;
        }
        return groups;
    }

    /** How many standard errors chance goes in 19 of 20 cases: Student's t, rounded up from 1.96 + 2.4 / degrees of freedom. */
    double chance() {
        return 1.96 + 2.8 / Math.max(1, groups() - 1);
    }

    /** Whether anything can be concluded from it. */
    boolean isTelling() {
        return calls() >= FEWEST_CALLS && groups() >= FEWEST_GROUPS && unpriced * MOST_UNPRICED <= calls() + unpriced;
    }
}
