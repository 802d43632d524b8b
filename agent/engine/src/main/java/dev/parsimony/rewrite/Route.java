// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Plan;

/** Sends the request to the model that a rule names. */
final class Route implements Step {
    @Override
    public String name() {
        return "model";
    }

    @Override
    public Change change(Lens lens, Plan plan, Site site) {
        return plan.model()
                .map(Plan.Choice::value)
                .filter(model -> !model.equals(lens.model()))
                .map(lens::withModel)
                .orElseGet(Step::nothing);
    }

    @Override
    public String toString() {
        return "model: the one the rule names";
    }
}
