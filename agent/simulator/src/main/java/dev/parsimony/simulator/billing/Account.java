// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The providers' side of the books: their prompt caches and what they charged. Safe for use by several threads at once. */
public final class Account {

    private final Map<Model, PromptCache> caches = new HashMap<>();
    private final List<Charge> charges = new ArrayList<>();

    /** An account with empty caches and nothing charged. */
    public Account() {}

    /**
     * A request arrives: looks its prompt up in the model's cache. Nothing is charged, nor kept in the cache, before the answer begins and is settled.
     */
    public synchronized Pending open(Call call, Instant at) {
        Prompt prompt = call.prompt().within(call.credential());
        Lookup lookup = caches.computeIfAbsent(call.model(), Account::cacheOf).lookup(prompt, at);
        return new Pending(this, call, at, lookup);
    }

    private static PromptCache cacheOf(Model model) {
        return switch (model.caching()) {
            case NONE -> PromptCache.none();
            case STEPS -> new SteppedCache(model.minimumPrefix());
            case BREAKPOINTS -> new BreakpointCache(model.minimumPrefix());
            case MARKS -> new MarkedCache(model.minimumPrefix());
        };
    }

    /** Everything charged so far. */
    public synchronized Bill bill() {
        return new Bill(charges);
    }

    synchronized void begin(Lookup lookup, Instant at) {
        lookup.begin(at);
    }

    synchronized void charge(Charge charge) {
        charges.add(charge);
    }
}
