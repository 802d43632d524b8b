// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Guard;
import java.util.List;

/** Runs the rewriting steps in their fixed order: model, cap, order of blocks. */
final class Rewriting {
    /** The step that asks for usage on streams. */
    static final String STREAM_USAGE = "stream_usage";

    private final List<RewriteStep> steps;
    private final Guard guard;
    private final Reverts reverts;

    /** A step as the engine runs it. */
    interface RewriteStep {
        /** Its name, also the action that asks for it. */
        String name();

        /** What it would change. */
        Change change(Draft draft, Situation situation);
    }

    Rewriting(List<RewriteStep> steps, Guard guard, Reverts reverts) {
        this.steps = steps;
        this.guard = guard;
        this.reverts = reverts;
    }

    /** The request after all steps. */
    Draft rewrite(Draft written, Situation situation) {
        Draft draft = written;
        for (RewriteStep step : steps) {
            Draft before = draft;
            draft = guard.run(step.name(), before, () -> apply(step, before, situation));
        }
        return draft;
    }

    /** Asks for usage at the end of a stream, where the application did not. */
    Draft ask(Draft draft, Situation situation) {
        return draft;
    }

    /** The request after one step; the same object if it changes nothing. */
    Draft apply(RewriteStep step, Draft draft, Situation situation) {
        Change change = step.change(draft, situation);
        if (change instanceof Change.Refuse refusal) {
            situation.exchange().skip(step.name(), refusal.reason());
            return draft;
        }
        if (((Change.Make) change).edits().isEmpty()) {
            return draft;
        }
        if (reverts.rests(step.name(), situation)) {
            situation.exchange().skip(step.name(), Reverts.REASON);
            return draft;
        }
        Draft after = draft.with(((Change.Make) change).edits());
        situation.exchange().rewrote(step.name());
        return after;
    }
}
