// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

/**
 * How much of a call site's prompts a provider that keeps prompts unasked has read that we did not expect it to hold: then
 * others, such as a replica of this process, send the same, and the provider had better be left to itself. Known after a few
 * calls that were left alone. Guarded by its cache's lock.
 */
final class Strangers {
    private static final int ENOUGH = 5;
    private static final double SOME = 0.05;

    private int calls;
    private double surprise;

    /** A call was left alone: so much of its input was read, and so much was expected, in tokens. */
    void saw(long read, double expected, long input) {
        calls = Math.min(calls + 1, 20);
        surprise += (Math.max(0, read - expected) / (double) Math.max(1, input) - surprise) / calls;
    }

    /** Whether enough calls were left alone to know that nobody else sends the same. */
    boolean areNone() {
        return calls >= ENOUGH && surprise < SOME;
    }
}
