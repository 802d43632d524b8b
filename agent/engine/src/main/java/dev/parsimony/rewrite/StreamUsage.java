// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Plan;

/** Asks for usage at the end of a stream, where the plan allows it and the API needs asking. */
final class StreamUsage implements Step {
    @Override
    public String name() {
        return "stream_usage";
    }

    @Override
    public Change change(Lens lens, Plan plan, Site site) {
        return plan.streamUsage() && lens.streamed() ? lens.withStreamUsage() : Step.nothing();
    }

    @Override
    public String toString() {
        return "stream_usage: asked for on streams";
    }
}
