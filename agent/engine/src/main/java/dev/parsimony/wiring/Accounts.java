// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Plan;
import dev.parsimony.price.Marks;
import dev.parsimony.price.Reckoning;

/** Enters into each exchange what it cost and what was saved. */
final class Accounts {
    private final Reckoning reckoning;

    Accounts(Reckoning reckoning) {
        this.reckoning = reckoning;
    }

    /** Reads the tariffs, ahead of the first call. */
    void open() {
        reckoning.open();
    }

    /**
     * A call was answered by us.
     *
     * @param original what the call was billed that the answer is from
     */
    void answered(Exchange exchange, Plan plan, Cost original) {
        exchange.cost(reckoning.paid(exchange));
        reckoning.savings(exchange, plan, Marks.NONE, original).forEach(exchange::saved);
    }

    /** A call was sent and its answer has passed. */
    void sent(Exchange exchange, Plan plan, Marks marks) {
        Cost billed = reckoning.billed(exchange);
        exchange.cost(billed);
        reckoning.savings(exchange, plan, marks, billed).forEach(exchange::saved);
    }

    /** A call brought no answer. */
    void failed(Exchange exchange) {
        exchange.cost(Cost.unknown("no_answer"));
    }
}
