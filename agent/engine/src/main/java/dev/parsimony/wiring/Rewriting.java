// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.dialect.Allowance;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Guard;
import dev.parsimony.exchange.Opening;
import dev.parsimony.rewrite.Site;
import dev.parsimony.rewrite.Step;
import java.util.List;
import java.util.Optional;

/** Runs the rewriting steps in their fixed order, each under the guard, and notes in the exchange what came of it. */
final class Rewriting {
    /** The step that asks for usage on streams. */
    static final String STREAM_USAGE = "stream_usage";

    private final List<Step> steps;
    private final Guard guard;
    private final Reverts reverts;

    Rewriting(List<Step> steps, Guard guard, Reverts reverts) {
        this.steps = List.copyOf(steps);
        this.guard = guard;
        this.reverts = reverts;
    }

    /** The request after all steps; the very same where none changes anything. */
    Draft rewrite(Draft written, Situation situation) {
        Opening opening = situation.exchange().opening();
        Site site = new Site(opening.caller().site().function(), opening.dialect(), opening.model());
        Draft draft = written;
        for (Step step : steps) {
            Draft before = draft;
            draft = guard.run(step.name(), before, () -> apply(step, site, before, situation));
        }
        return draft;
    }

    private Draft apply(Step step, Site site, Draft draft, Situation situation) {
        Change change = step.change(draft.lens(), situation.plan(), site);
        if (change instanceof Change.Refuse refusal) {
            situation.exchange().skip(step.name(), refusal.reason());
            return draft;
        }
        Change.Make make = (Change.Make) change;
        if (make.edits().isEmpty()) {
            return draft;
        }
        Optional<String> objection = objection(step.name(), situation);
        if (objection.isPresent()) {
            situation.exchange().skip(step.name(), objection.get());
            return draft;
        }
        Draft after = draft.with(make.edits());
        situation.exchange().rewrote(step.name());
        return after;
    }

    /** Why a change that could be made is not. */
    private Optional<String> objection(String step, Situation situation) {
        if (step.equals(STREAM_USAGE) && !situation.host().allows(Allowance.STREAM_USAGE)) {
            return Optional.of("host_unknown");
        }
        return reverts.rests(step, situation) ? Optional.of(Reverts.REASON) : Optional.empty();
    }
}
