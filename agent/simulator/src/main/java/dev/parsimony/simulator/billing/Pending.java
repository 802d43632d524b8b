// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.math.BigDecimal;
import java.time.Instant;

/** A request between its arrival and its bill. A request that fails is simply dropped: it costs nothing and leaves nothing in the cache. */
public final class Pending {

    private final Account account;
    private final Call call;
    private final Instant at;
    private final Lookup lookup;
    private final Terms terms;

    Pending(Account account, Call call, Instant at, Lookup lookup) {
        this.account = account;
        this.call = call;
        this.at = at;
        this.lookup = lookup;
        this.terms = Terms.of(call.model(), call.body());
    }

    /** The prompt's tokens by class, no output yet. */
    public Usage input() {
        return lookup.usage();
    }

    /** On which terms it is served. */
    public Terms terms() {
        return terms;
    }

    /** What it costs with this answer, in USD. */
    public BigDecimal price(Usage usage) {
        return amounts(usage).total();
    }

    private Amounts amounts(Usage usage) {
        return call.model().tariff().at(at).price(usage, terms.factor());
    }

    /** The answer's first byte leaves: what was written becomes readable for others. */
    public void begin(Instant at) {
        account.begin(lookup, at);
    }

    /** The answer ended, or broke off after this much output: charges it. To be called once. */
    public Charge settle(long outputTokens, long reasoningTokens) {
        Usage usage = lookup.usage().answered(outputTokens, reasoningTokens);
        Charge charge = new Charge(at, call.model(), terms.tier(), usage, amounts(usage));
        account.charge(charge);
        return charge;
    }
}
