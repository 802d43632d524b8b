// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

/** A prefix was sent: will it be sent again? Guarded by its cache's lock. */
final class Trial {
    private final Survival survival;
    private final long at;
    private boolean decided;

    /**
     * A question.
     *
     * @param survival who learns the answer
     * @param at when it was sent, in nanoseconds
     */
    Trial(Survival survival, long at) {
        this.survival = survival;
        this.at = at;
    }

    long at() {
        return at;
    }

    /** It was sent again after so long: within the shortest life, or the longest. */
    void cameAgain(long gap, CacheRules rules) {
        if (!decided && gap < rules.brief().length().toNanos()) {
            survival.cameSoon();
        } else if (!decided && gap < rules.longest().length().toNanos()) {
            survival.cameLate();
        }
        decided = true;
    }

    /** The shortest life is over. */
    void outlivedShort() {
        if (!decided) {
            survival.outlivedShort();
        }
    }

    /** The longest life is over. */
    void outlivedLong() {
        if (!decided) {
            survival.outlivedLong();
            decided = true;
        }
    }
}
