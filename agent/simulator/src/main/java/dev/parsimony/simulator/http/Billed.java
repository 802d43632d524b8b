// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Pending;
import java.time.InstantSource;

/** The delivery of a billed answer: charged for what was sent. */
final class Billed implements Delivery {

    private final Pending pending;
    private final int reasoningTokens;
    private final InstantSource clock;

    Billed(Pending pending, int reasoningTokens, InstantSource clock) {
        this.pending = pending;
        this.reasoningTokens = reasoningTokens;
        this.clock = clock;
    }

    @Override
    public void begins() {
        pending.begin(clock.instant());
    }

    @Override
    public void ends(int outputTokens) {
        pending.settle(outputTokens, reasoningTokens);
    }
}
