// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.advice;

import java.math.BigDecimal;

/** What a lever would have saved, what it would have cost taken off, and on how many calls; exact. */
final class Gain {
    private long seen;
    private long calls;
    private BigDecimal usd = BigDecimal.ZERO;

    /**
     * Adds what a call would have cost less.
     *
     * @param less in USD; negative where the lever would have cost, which counts no call
     * @param weight for how many calls it stands
     * @return whether it gains anything
     */
    boolean add(BigDecimal less, int weight) {
        usd = usd.add(less.multiply(BigDecimal.valueOf(weight)));
        if (less.signum() <= 0) {
            return false;
        }
        seen++;
        calls += weight;
        return true;
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
    BigDecimal usd() {
        return usd;
    }
}
