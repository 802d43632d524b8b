// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.dialect.Allowance;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Guard;
import dev.parsimony.exchange.Plan.Marking;
import dev.parsimony.tokens.Estimator;
import dev.parsimony.tokens.Lean;

/**
 * Asks the provider to keep a prompt for a day, where the settings allow longer lifetimes and the model keeps prompts unasked
 * and for nothing (OpenAI before GPT-5.6). What the application says of its cache stays.
 */
final class Retention {
    /** The step's name. */
    static final String NAME = "prompt_cache_retention";

    private final Estimator estimator;
    private final Guard guard;
    private final Reverts reverts;

    Retention(Estimator estimator, Guard guard, Reverts reverts) {
        this.estimator = estimator;
        this.guard = guard;
        this.reverts = reverts;
    }

    /** The request with its wish; as it is where there is nothing to wish for, or where the step fails. */
    Draft extend(Draft draft, Situation situation) {
        return guard.run(NAME, draft, () -> isAllowed(draft, situation) ? extended(draft, situation) : draft);
    }

    private boolean isAllowed(Draft draft, Situation situation) {
        return situation.longRetention()
                && situation.plan().promptCache().value() != Marking.OFF
                && situation.host().allows(Allowance.PROMPT_CACHE_RETENTION)
                && estimator.tokens(draft.lens().model(), draft.lens().promptBytes(), Lean.EVEN)
                        >= CacheKeys.LEAST_TOKENS;
    }

    private Draft extended(Draft draft, Situation situation) {
        if (!(draft.lens().withLongRetention() instanceof Change.Make make)) {
            return draft;
        }
        if (reverts.rests(NAME, situation)) {
            situation.exchange().skip(NAME, Reverts.REASON);
            return draft;
        }
        situation.exchange().rewrote(NAME);
        return draft.with(make);
    }
}
