// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Plan;

/** Caps the output where a rule asks for it: lowers, never raises, and never to a thinking budget or below it. */
final class Cap implements Step {
    @Override
    public String name() {
        return "max_tokens";
    }

    @Override
    public Change change(Lens lens, Plan plan, Site site) {
        return plan.cap()
                .map(Plan.Choice::value)
                .filter(tokens -> tokens < lens.cap().orElse(Long.MAX_VALUE))
                .map(tokens -> lower(lens, tokens))
                .orElseGet(Step::nothing);
    }

    private static Change lower(Lens lens, long tokens) {
        return tokens <= lens.thinkingBudget().orElse(0)
                ? Change.refuse("below_thinking_budget")
                : lens.withCap(tokens, lens.model());
    }

    @Override
    public String toString() {
        return "max_tokens: at most what the rule says";
    }
}
