// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import java.util.Locale;

/**
 * How likely a prefix that was just sent is to be sent again within the provider's lifetimes, as learned from those that were:
 * an estimate of survival over two spans, from being sent to the end of the shortest life, and from there to the end of the
 * longest. Who is younger than a span has no say in it yet; so bursts of new prefixes do not count as lost. It begins as a
 * belief worth two observations, and forgets: some sixty observations are remembered.
 *
 * <p>Guarded by its cache's lock.
 */
final class Survival {
    private static final double BELIEF = 2;
    private static final double MOST = 64;

    private final double beliefShort;
    private final double beliefLong;
    private double hitShort;
    private double missedShort;
    private double hitLong;
    private double missedLong;

    /**
     * A belief.
     *
     * @param ofShort the likelihood within the shortest life, before anything was seen
     * @param ofLong the likelihood within the longest of what did not come within the shortest
     */
    Survival(double ofShort, double ofLong) {
        this.beliefShort = ofShort;
        this.beliefLong = ofLong;
    }

    /** It was sent again within the shortest life. */
    void cameSoon() {
        hitShort++;
        forget();
    }

    /** The shortest life is over, and it was not sent again. */
    void outlivedShort() {
        missedShort++;
        forget();
    }

    /** It was sent again after the shortest life, within the longest. */
    void cameLate() {
        hitLong++;
    }

    /** The longest life is over, and it was not sent again. */
    void outlivedLong() {
        missedLong++;
    }

    private void forget() {
        if (hitShort + missedShort > MOST) {
            hitShort /= 2;
            missedShort /= 2;
            hitLong /= 2;
            missedLong /= 2;
        }
    }

    /** How much was observed of the shortest life. */
    double observed() {
        return hitShort + missedShort;
    }

    /** How likely it is to be sent again within the shortest life. */
    double withinShort() {
        return (hitShort + BELIEF * beliefShort) / (hitShort + missedShort + BELIEF);
    }

    /** How likely it is to be sent again within the longest life. */
    double withinLong() {
        double late = (hitLong + BELIEF * beliefLong) / (hitLong + missedLong + BELIEF);
        return withinShort() + (1 - withinShort()) * late;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f/%.2f of %.0f", withinShort(), withinLong(), observed());
    }
}
