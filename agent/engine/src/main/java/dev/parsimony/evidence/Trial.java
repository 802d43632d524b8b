// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import org.jspecify.annotations.Nullable;

/** A prefix was sent: will it be sent again? Guarded by its cache's lock. */
final class Trial {
    private final long at;
    private @Nullable Survival survival;

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

    /** Whether it has an answer, or will have none. */
    boolean isOver() {
        return survival == null;
    }

    /** It was sent again after so long: within the shortest life, or the longest. */
    void cameAgain(long gap, CacheRules rules) {
        if (survival != null && gap < rules.brief().length().toNanos()) {
            survival.cameSoon();
        } else if (survival != null && gap < rules.longest().length().toNanos()) {
            survival.cameLate();
        }
        survival = null;
    }

    /** The shortest life is over. */
    void outlivedShort() {
        if (survival != null) {
            survival.outlivedShort();
        }
    }

    /** The longest life is over. */
    void outlivedLong() {
        if (survival != null) {
            survival.outlivedLong();
            survival = null;
        }
    }

    /** Nobody will say any more. */
    void dismiss() {
        survival = null;
    }
}
