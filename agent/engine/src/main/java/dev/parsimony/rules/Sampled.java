// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import dev.parsimony.exchange.Facts;

/**
 * Lets a share of all conversations through, the same ones every time.
 *
 * @param share from 0, none, to 1, all
 */
public record Sampled(double share) implements Condition {
    @Override
    public boolean holds(Facts facts) {
        return facts.share() < share;
    }

    @Override
    public String seen(Facts facts) {
        return holds(facts) ? "inside the sample" : "outside the sample";
    }

    @Override
    public Effort effort() {
        return Effort.TEXT;
    }

    @Override
    public String key() {
        return "sample";
    }

    @Override
    public boolean encloses(Condition other) {
        return other instanceof Sampled sampled && sampled.share <= share; // a smaller sample is part of a larger one
    }

    @Override
    public boolean isImpossible() {
        return share == 0;
    }

    @Override
    public boolean isCertain() {
        return share == 1;
    }

    @Override
    public String toString() {
        return key() + ": " + Range.plain(share * 100) + "%";
    }
}
