// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

/**
 * The running account of a call site's marks, in tokens of plain input: what reading has saved, less what writing has cost,
 * by the usage that the provider reported. Marks are written on credit, and never for more than it.
 *
 * <p><b>The bound.</b> The credit is two of the largest prompts sent so far, plus a two-hundredth of all input so far, plus
 * what was gained, of which no more than twenty of the largest prompts count. Whatever the traffic does, marks have therefore
 * never lost more at a call site than two prompts' input and half a percent of all of it. Who has lost that much is out of
 * credit, and what credit grows again is small.
 *
 * <p>Guarded by its cache's lock.
 */
final class Account {
    private static final double PROMPTS = 2;
    private static final double SHARE = 0.005;
    private static final double MOST_GAINED = 20;

    private double gained;
    private double reserved;
    private double input;
    private double largest;
    private boolean refused;

    /** A prompt of so many tokens is about to be sent. */
    void sending(double tokens) {
        input += tokens;
        largest = Math.max(largest, tokens);
    }

    /** What may be spent on writing now, in tokens of plain input. */
    double credit() {
        return PROMPTS * largest + SHARE * input + gained - reserved;
    }

    /** The largest prompt so far, in tokens. */
    double largest() {
        return largest;
    }

    /** Sets aside what writing will cost. */
    void reserve(double tokens) {
        reserved += tokens;
    }

    /** The provider has said what it cost and saved. */
    void settle(double reservedBefore, double balance) {
        reserved -= reservedBefore;
        gained = Math.min(gained + balance, MOST_GAINED * largest);
    }

    /** Notes that there was no credit; true the first time. */
    boolean refuse() {
        boolean first = !refused;
        refused = true;
        return first;
    }

    @Override
    public String toString() {
        return Math.round(gained) + " tokens gained";
    }
}
