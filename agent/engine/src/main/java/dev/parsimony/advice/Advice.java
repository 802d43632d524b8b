// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.advice;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * Something that would make the calls of one site cheaper.
 *
 * @param site the call site
 * @param lever what would: {@code response_cache}, {@code prompt_cache}, {@code stable_prefix}, {@code model},
 *     {@code max_tokens}
 * @param seen what it would have saved of the calls seen, in USD; 0 where it only guards
 * @param yearly the same in a year of such traffic, in USD
 * @param margin how far chance may go in that, in USD: in 19 of 20 cases no further
 * @param evidence what was seen, in words
 * @param rule the rule to paste, in the settings' own words
 */
public record Advice(
        String site, String lever, BigDecimal seen, double yearly, double margin, String evidence, String rule) {
    static String words(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }

    /** Whether it saves anything, rather than guard against a long answer. */
    public boolean saves() {
        return yearly > 0;
    }

    /** What it would save, by what, and how that was seen. */
    public String claim() {
        String amount = saves()
                ? words(
                        "could save %,.2f USD a year (+-%,.2f by chance; %,.6f on the calls seen)",
                        yearly, margin, seen)
                : "could guard against a long answer";
        return amount + " by " + lever + ": " + evidence;
    }
}
