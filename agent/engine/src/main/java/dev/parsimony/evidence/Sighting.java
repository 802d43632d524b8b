// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one prefix: how often it was sent and how soon again, whether the provider holds it, and which call under
 * way sends it. Guarded by its cache's lock.
 */
final class Sighting {
    /** Counted against the bound: this, its digest, their place in a table, its question and who learns of it, its call. */
    static final int BYTES = 264;

    private static final int MOST = 16;
    private static final long UNKNOWN = -1;

    private int times;
    private boolean ended;
    private boolean asked;
    private byte gaps;
    private byte shortGaps;
    private byte longGaps;
    private @Nullable Trial trial;
    private @Nullable Flight flight;
    private long lastAsked;
    private long heldUntil = Long.MIN_VALUE;
    private long life;
    private long wouldBeHeldUntil = Long.MIN_VALUE;
    private long tokens = UNKNOWN;

    /** How often it was sent, calls in parallel counted once. */
    int times() {
        return times;
    }

    /** Whether a prompt ended with it. */
    boolean ended() {
        return ended;
    }

    /** Whether a call that sends it is under way, so that nobody can read it yet. */
    boolean isUnderWay(long now) {
        return flight != null && flight.course(now) != null;
    }

    /** The call under way after whose answer's beginning it can be read; null if there is none. */
    @Nullable
    Course writer(long now) {
        Course by = flight == null ? null : flight.course(now);
        return by != null && by.isKeeping(this) ? by : null;
    }

    /** Whether the provider holds it, as far as we know. */
    boolean isHeld(long now) {
        return heldUntil > now;
    }

    /** The provider holds it from now on. */
    void hold(long now, long nanos) {
        life = nanos;
        heldUntil = Math.max(heldUntil, now + nanos);
    }

    /** It was read, which renews it. */
    void renew(long now) {
        if (isHeld(now)) {
            heldUntil = now + life;
        }
    }

    /** The provider says that it does not hold it. */
    void letGo() {
        heldUntil = Long.MIN_VALUE;
    }

    /** Whether the provider would hold it, had it always been left to itself. */
    boolean wouldBeHeld(long now) {
        return wouldBeHeldUntil > now;
    }

    /** Left to itself, the provider would hold it from now on. */
    void wouldHold(long now, long nanos) {
        wouldBeHeldUntil = Math.max(wouldBeHeldUntil, now + nanos);
    }

    /** The provider has counted what it keeps of it: 0 if it is too short to be kept. */
    void counted(long keeps) {
        tokens = keeps;
    }

    /** How much of it the provider keeps, in tokens; empty until it has counted that. */
    OptionalLong tokens() {
        return tokens == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(tokens);
    }

    /** It is sent, by this call. */
    void sent(Course by, boolean asEnd) {
        times++;
        ended |= asEnd;
        flight = by.flight();
    }

    /**
     * It is sent anew: answers the question that was open, and opens the next one.
     *
     * @param next the question; null for none
     */
    void ask(@Nullable Trial next, long now, CacheRules rules) {
        long gap = now - lastAsked;
        if (trial != null) {
            trial.cameAgain(gap, rules);
        }
        if (asked) {
            note(gap, rules);
        }
        asked = true;
        lastAsked = now;
        trial = next;
    }

    private void note(long gap, CacheRules rules) {
        if (gaps == MOST) {
            gaps = (byte) (gaps / 2);
            shortGaps = (byte) (shortGaps / 2);
            longGaps = (byte) (longGaps / 2);
        }
        gaps++;
        if (gap < rules.brief().length().toNanos()) {
            shortGaps++;
        }
        if (gap < rules.longest().length().toNanos()) {
            longGaps++;
        }
    }

    /** How likely it is to be sent again within the shortest life: its own history, and that of its like for two gaps. */
    double withinShort(Survival likes) {
        return (shortGaps + 2 * likes.withinShort()) / (gaps + 2);
    }

    /** How likely it is to be sent again within the longest life. */
    double withinLong(Survival likes) {
        return (longGaps + 2 * likes.withinLong()) / (gaps + 2);
    }

    @Override
    public String toString() {
        return times + " times";
    }
}
