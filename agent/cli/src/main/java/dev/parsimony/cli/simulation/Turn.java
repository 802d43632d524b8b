// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import dev.parsimony.simulator.billing.Caching;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call as one sees it who may set marks.
 *
 * @param at when it is made
 * @param rates what a token costs in it
 * @param caching the rules of its cache
 * @param ends where its blocks end, in order
 * @param tokens of the whole prompt
 */
record Turn(Instant at, Rates rates, Caching caching, List<End> ends, int tokens) {
    /**
     * Where a block ends.
     *
     * @param stem the prefix that ends there; null if it is too short to be kept
     * @param tokens how long that prefix is
     * @param markable whether a mark may stand there
     * @param boundary whether the provider may set one of its own there
     */
    record End(@Nullable Stem stem, int tokens, boolean markable, boolean boundary) {}

    /** When what it writes is held from; calls of that very moment do not see it yet. */
    Instant begins() {
        return at.plus(Pace.BEGINS);
    }

    /** Until when what it writes is held unless it is used. */
    Instant writtenUntil(int life) {
        return begins().plus(rates.lives().get(life).length());
    }

    /** Until when what it reads is held unless it is used again. */
    Instant readUntil(int life) {
        return at.plus(rates.lives().get(life).length());
    }

    /** What the input costs, in USD: read up to one length in tokens, written from there for so much, the rest plain. */
    double price(int read, double written, int until) {
        return read * rates.read() + written + (tokens - until) * rates.plain();
    }

    /** Where the provider sets a mark of its own if it is left to; -1 for nowhere. */
    int ownEnd() {
        for (int end = ends.size() - 1; end >= 0; end--) {
            if (ends.get(end).boundary()) {
                return end;
            }
        }
        return -1;
    }
}
