// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

/**
 * How much of a call site's prompts a provider that keeps prompts unasked has read that we did not expect it to hold: then
 * others, such as a replica of this process, send the same, and the provider had better be left to itself. Only calls that
 * are left alone show it, so they never end: the first few are, and from then on one whenever as much is at stake as is
 * allowed.
 *
 * <p><b>The bound.</b> Between two calls that are left alone, two of the largest prompts may be at stake, and what earlier
 * ones have saved as the later have borne out, twenty of the largest prompts at most. Strangers who come can cost no more.
 *
 * <p>Guarded by its cache's lock.
 */
final class Strangers {
    private static final int ENOUGH = 5;
    private static final int MOST_CALLS = 20;
    private static final double SOME = 0.05;
    private static final double PROMPTS = 2;
    private static final double MOST_PROMPTS = 20;

    private int calls;
    private double surprise;
    private double atStake;
    private double saved;
    private double proven;

    /** A call was left alone: so much of its input was read, and so much was expected, in tokens. */
    void saw(long read, double expected, long input) {
        double share = Math.max(0, read - expected) / (double) Math.max(1, input);
        calls = Math.min(calls + 1, MOST_CALLS);
        surprise += (share - surprise) / calls;
        proven = share < SOME ? proven + saved : 0;
        atStake = 0;
        saved = 0;
    }

    /**
     * A call was not left alone.
     *
     * @param stake how much strangers might have had the provider keep of it, in tokens
     * @param gain what it saves if there are none, in tokens of plain input
     */
    void risk(double stake, double gain) {
        atStake += stake;
        saved += gain;
    }

    /**
     * Whether enough calls were left alone, and lately enough, to know that nobody else sends the same.
     *
     * @param stake what the next call would put at stake, in tokens
     * @param largest the largest prompt so far, in tokens
     */
    boolean areNone(double stake, double largest) {
        double allowed = Math.min(PROMPTS * largest + proven, MOST_PROMPTS * largest);
        return calls >= ENOUGH && surprise < SOME && atStake + stake <= allowed;
    }
}
