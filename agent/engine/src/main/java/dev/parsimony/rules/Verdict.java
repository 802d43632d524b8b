// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import dev.parsimony.exchange.Facts;

/**
 * Whether a rule applies to a call, and why not.
 *
 * @param rule the rule
 * @param applies whether it does
 * @param why what keeps it from applying, for a reader; empty if it applies
 */
public record Verdict(Rule rule, boolean applies, String why) {
    static Verdict of(Rule rule, Facts facts) {
        return rule.obstacle(facts)
                .map(clause -> new Verdict(
                        rule,
                        false,
                        clause + " (the call: " + clause.condition().seen(facts) + ")"))
                .orElseGet(() -> new Verdict(rule, true, ""));
    }

    static Verdict unread(Rule rule, String end) {
        return new Verdict(rule, false, "not read, rule \"" + end + "\" above is final");
    }

    @Override
    public String toString() {
        return rule.name() + (applies ? " applies: " + rule.then() : " does not apply: " + why);
    }
}
