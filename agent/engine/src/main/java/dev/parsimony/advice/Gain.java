// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.advice;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a lever would have saved, what it would have cost taken off, and on how many calls; exact, in picodollars. */
final class Gain {
    private static final int PICO = 12;
    private static final double USD = 1e-12;

    private long seen;
    private long calls;
    private long pico;

    /**
     * Adds a call; one that gains nothing is not counted.
     *
     * @param usd what it would have cost less
     * @param weight for how many calls it stands
     * @return whether it gains anything
     */
    boolean add(BigDecimal usd, int weight) {
        if (usd.signum() <= 0) {
            return false;
        }
        seen++;
        calls += weight;
        pico += weight * usd.setScale(PICO, RoundingMode.DOWN).unscaledValue().longValueExact();
        return true;
    }

    /** Takes off what the lever would have cost on a call. */
    void lose(BigDecimal usd, int weight) {
        pico -= weight * usd.setScale(PICO, RoundingMode.UP).unscaledValue().longValueExact();
    }

    /** On how many calls that were looked at. */
    long seen() {
        return seen;
    }

    /** On how many calls in all. */
    long calls() {
        return calls;
    }

    /** In USD. */
    double usd() {
        return pico * USD;
    }
}
