// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Cached prefixes by key, each with a life that a hit renews. Not safe for use by several threads at once. */
final class Shelf {

    private static final int SWEEP_AT = 10_000;

    private final Map<String, Entry> entries = new HashMap<>();
    private int sweepAt = SWEEP_AT;

    /** Whether the prefix is held at this instant. */
    boolean holds(String key, Instant at) {
        Entry entry = entries.get(key);
        return entry != null && at.isBefore(entry.until());
    }

    /** Starts the life of a held prefix anew. Does nothing when it is not held. */
    void renew(String key, Instant at) {
        entries.computeIfPresent(key, (same, entry) -> at.isBefore(entry.until()) ? entry.usedAt(at) : entry);
    }

    /** Holds a prefix for this life, or for what is left of an earlier one when that is longer; never beyond {@code longest} after this instant. */
    void put(String key, Lifetime life, Instant at) {
        Entry fresh = new Entry(life.idle(), at.plus(life.longest()), at.plus(life.idle()));
        entries.merge(key, fresh, (old, put) -> old.until().isAfter(put.until()) ? old : put);
        sweep(at);
    }

    private void sweep(Instant at) {
        if (entries.size() > sweepAt) {
            entries.values().removeIf(entry -> !at.isBefore(entry.until()));
            sweepAt = Math.max(SWEEP_AT, 2 * entries.size());
        }
    }

    private record Entry(Duration idle, Instant end, Instant until) {

        Entry usedAt(Instant at) {
            Instant renewed = at.plus(idle);
            return new Entry(idle, end, renewed.isBefore(end) ? renewed : end);
        }
    }
}
