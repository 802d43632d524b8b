// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.report;

import java.util.Arrays;

/**
 * Counts of whole numbers, exact below 64 and from there on in 64 steps for each doubling: a percentile is off by less than
 * 0.8 %, the half of a step. Memory is taken for the doublings that occur.
 */
public final class Histogram {
    private static final int STEP_BITS = 6;
    private static final int STEPS = 1 << STEP_BITS;

    /** The steps of a doubling that has not occurred. */
    private static final int[] NONE = {};

    private int[][] octaves = {};
    private long count;

    /** Counts nothing yet. */
    Histogram() {}

    /**
     * Counts a value.
     *
     * @param value 0 or more
     */
    void add(long value) {
        int octave = octave(value);
        steps(octave)[step(value, octave)]++;
        count++;
    }

    private int[] steps(int octave) {
        int before = octaves.length;
        if (octave >= before) {
            octaves = Arrays.copyOf(octaves, octave + 1);
            Arrays.fill(octaves, before, octaves.length, NONE);
        }
        if (octaves[octave].length == 0) {
            octaves[octave] = new int[STEPS];
        }
        return octaves[octave];
    }

    /** Counts all that another has counted. */
    void add(Histogram other) {
        for (int octave = 0; octave < other.octaves.length; octave++) {
            int[] theirs = other.octaves[octave];
            for (int i = 0; i < theirs.length; i++) {
                steps(octave)[i] += theirs[i];
            }
        }
        count += other.count;
    }

    private static int octave(long value) {
        return Math.max(0, Long.SIZE - STEP_BITS - Long.numberOfLeadingZeros(value));
    }

    /** The first octave holds every value below 64, the second those to 127, each one after it twice as many. */
    private static int step(long value, int octave) {
        return octave == 0 ? (int) value : (int) (value >>> (octave - 1)) - STEPS;
    }

    /** How many values were counted. */
    public long count() {
        return count;
    }

    /**
     * The value that a share of all values do not exceed.
     *
     * @param percent 1 to 100
     * @return the value within 1 %; 0 if nothing was counted
     */
    public long percentile(int percent) {
        long rank = Math.max(1, (count * percent + 99) / 100);
        long seen = 0;
        for (int octave = 0; octave < octaves.length; octave++) {
            int[] steps = octaves[octave];
            for (int step = 0; step < steps.length; step++) {
                seen += steps[step];
                if (seen >= rank) {
                    return value(octave, step);
                }
            }
        }
        return 0;
    }

    /** The middle of a step. */
    private static long value(int octave, int step) {
        return octave == 0 ? step : ((long) (STEPS + step) << (octave - 1)) + (1L << (octave - 1)) / 2;
    }
}
