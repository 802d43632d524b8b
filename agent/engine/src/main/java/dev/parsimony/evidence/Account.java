// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

/**
 * The running account of a call site's marks with one key and model, in tokens of plain input: what reading has saved, less
 * what writing has cost, by the usage that the provider reported. Marks are written on credit, and never for more than it.
 *
 * <p><b>The bound.</b> The credit is two of the largest prompts that the provider has counted, plus a two-hundredth of all
 * input that it has counted, plus what was gained, of which no more than twenty of the largest prompts count. While there is
 * none, no mark is set, not even to read what should be held. So when the last mark was set, no more was lost than two prompts
 * and half a percent; what then was under way loses no more than its own input each, since to write costs no more than twice
 * plain input. Whatever the traffic does and the provider forgets, marks have therefore never lost more than
 *
 * <ul>
 *   <li>two of the largest prompts, and half a percent of all input;
 *   <li>the most input that was under way at one time: where one call follows another, a third prompt;
 *   <li>at a provider that keeps prompts unasked ({@link Unasked}): what was sent within one lifetime, once; a prompt that it
 *       was told not to keep may come again after all, and is written again then.
 * </ul>
 *
 * <p>Where nobody counts, the worst is taken by our estimate and half again; the bound holds as far as that does. Marks that a
 * rule asks for are entered, but not bounded.
 *
 * <p>Guarded by its cache's lock.
 */
final class Account {
    private static final double PROMPTS = 2;
    private static final double SHARE = 0.005;
    private static final double MOST_GAINED = 20;

    private final boolean lends;
    private double gained;
    private double reserved;
    private double input;
    private double largest;
    private boolean refused;

    private Account(boolean lends) {
        this.lends = lends;
    }

    /** An account of a call site that is seen for the first time. */
    static Account fresh() {
        return new Account(true);
    }

    /** An account of a call site that may have lost its two prompts before and been forgotten: only its share is lent. */
    static Account late() {
        return new Account(false);
    }

    /** Whether it lends before anything was gained. */
    boolean lends() {
        return lends;
    }

    /** The provider has counted a prompt. */
    void counted(double tokens) {
        input += tokens;
        largest = Math.max(largest, tokens);
    }

    /** What may be spent on writing now, in tokens of plain input. */
    double credit() {
        return (lends ? PROMPTS * largest : 0) + SHARE * input + gained - reserved;
    }

    /** Whether more was lost than is lent. */
    boolean isOverdrawn() {
        return credit() < 0;
    }

    /** Whether a request may go out that costs so much if nothing is held of what should be. */
    boolean bears(double atWorst) {
        return lends ? !isOverdrawn() : atWorst <= credit();
    }

    /** The largest prompt counted so far, in tokens. */
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
