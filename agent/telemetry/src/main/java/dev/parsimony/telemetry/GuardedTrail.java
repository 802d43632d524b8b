// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Guard;
import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.SpanReference;
import dev.parsimony.exchange.Telemetry;
import java.util.function.Consumer;

/**
 * A call's span behind a guard; counts the call before anything else can go wrong with it.
 *
 * @param guard where failures of ours end
 * @param trail the span
 * @param count adds the call to the sums
 */
record GuardedTrail(Guard guard, Telemetry.Trail trail, Consumer<Exchange> count) implements Telemetry.Trail {
    /** The step that all of telemetry is. */
    static final String STEP = "telemetry";

    @Override
    public SpanReference span() {
        return guard.run(STEP, SpanReference.none(), trail::span);
    }

    @Override
    public Scope enter() {
        return guard.run(STEP, Scope.none(), trail::enter);
    }

    @Override
    public void end(Exchange exchange) {
        guard.run(STEP, () -> count.accept(exchange));
        guard.run(STEP, () -> trail.end(exchange));
    }
}
