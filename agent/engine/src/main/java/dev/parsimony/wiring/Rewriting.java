// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.dialect.Allowance;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Guard;
import dev.parsimony.exchange.Opening;
import dev.parsimony.price.Tariffs;
import dev.parsimony.rewrite.Site;
import dev.parsimony.rewrite.Step;
import java.util.List;
import java.util.Optional;

/** Runs the rewriting steps in their fixed order, each under the guard, and notes in the exchange what came of it. */
final class Rewriting {
    /** The step that asks for usage on streams. */
    static final String STREAM_USAGE = "stream_usage";

    private static final String MODEL = "model";
    private static final String STABLE_PREFIX = "stable_prefix";

    private final List<Step> steps;
    private final Tariffs tariffs;
    private final Guard guard;
    private final Reverts reverts;

    /**
     * The steps, in their order.
     *
     * @param tariffs tell whose a model is
     */
    Rewriting(List<Step> steps, Tariffs tariffs, Guard guard, Reverts reverts) {
        this.steps = List.copyOf(steps);
        this.tariffs = tariffs;
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
        sayIfNothingWasMoved(situation);
        return draft;
    }

    private Draft apply(Step step, Site site, Draft draft, Situation situation) {
        Change change = step.change(draft.lens(), situation.plan(), site);
        if (change instanceof Change.Make make && make.isEmpty()) {
            return draft;
        }
        Optional<String> objection = objection(step.name(), change, situation);
        if (objection.isPresent()) {
            situation.exchange().skip(step.name(), objection.get());
            return draft;
        }
        Draft after = draft.with((Change.Make) change);
        situation.exchange().rewrote(step.name());
        return after;
    }

    /** Why a change that is asked for is not made: the host first, since no other request would do there. */
    private Optional<String> objection(String step, Change change, Situation situation) {
        if (step.equals(MODEL) && servesNot(situation)) {
            return Optional.of("other_provider");
        }
        if (step.equals(STREAM_USAGE) && !situation.host().allows(Allowance.STREAM_USAGE)) {
            return Optional.of("host_unknown");
        }
        if (change instanceof Change.Refuse refusal) {
            return Optional.of(refusal.reason());
        }
        return reverts.rests(step, situation) ? Optional.of(Reverts.REASON) : Optional.empty();
    }

    /** Whether the host is known to sell its provider's models alone, and the rule's is another's. */
    private boolean servesNot(Situation situation) {
        String provider = situation.host().provider();
        return situation.host().isKnown()
                && situation
                        .plan()
                        .model()
                        .filter(model -> tariffs.isForeign(provider, model.value()))
                        .isPresent();
    }

    /** Three steps see to a stable prefix, each of which may find nothing; that all did is a reason. */
    private static void sayIfNothingWasMoved(Situation situation) {
        Exchange exchange = situation.exchange();
        boolean asked = situation.plan().stablePrefix().isPresent();
        boolean said = exchange.rewrites().contains(STABLE_PREFIX)
                || exchange.skipped().stream().anyMatch(skipped -> skipped.startsWith(STABLE_PREFIX));
        if (asked && !said) {
            exchange.skip(STABLE_PREFIX, "not_seen_changing");
        }
    }
}
