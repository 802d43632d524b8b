// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.advice;

import java.util.Locale;

/**
 * Something that would make the calls of one site cheaper.
 *
 * @param site the call site
 * @param lever what would: {@code response_cache}, {@code prompt_cache}, {@code stable_prefix}, {@code max_tokens}
 * @param seen what it would have saved of the calls seen, in USD; 0 where it only guards
 * @param yearly the same in a year of such traffic
 * @param margin how far chance may go in that, in USD: in 19 of 20 cases no further
 * @param evidence what was seen, in words
 * @param rule the rule to paste, in the settings' own words
 */
public record Advice(
        String site, String lever, double seen, double yearly, double margin, String evidence, String rule) {
    /** The line for a reader, and the rule under it. */
    @Override
    public String toString() {
        String amount = yearly > 0
                ? String.format(
                        Locale.ROOT,
                        "could save %,.2f USD a year (+-%,.2f; %.6f of what was seen)",
                        yearly,
                        margin,
                        seen)
                : "could guard against a long answer";
        return amount + " at " + site + " by " + lever + ": " + evidence + "\n    - " + rule;
    }
}
