// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Plan;
import dev.parsimony.exchange.Saving;
import dev.parsimony.exchange.Usage;
import dev.parsimony.price.Marks;
import dev.parsimony.price.Reckoning;
import java.util.List;
import java.util.Optional;

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
        List<Saving> savings = reckoning.savings(exchange, plan, Marks.NONE, Optional.empty(), original);
        enter(exchange, reckoning.paid(exchange), original, savings, Marks.NONE);
    }

    /**
     * A call was sent and its answer has passed.
     *
     * @param unmarked what it would have used without our marks, where the provider keeps prompts unasked
     */
    void sent(Exchange exchange, Plan plan, Marks marks, Optional<Usage> unmarked) {
        Cost billed = reckoning.billed(exchange);
        enter(exchange, billed, billed, reckoning.savings(exchange, plan, marks, unmarked, billed), marks);
    }

    private void enter(Exchange exchange, Cost paid, Cost billed, List<Saving> savings, Marks marks) {
        exchange.cost(paid, reckoning.asWritten(exchange, paid, billed, savings, marks));
        savings.forEach(exchange::saved);
    }

    /** A call was sent, and the application let go of its answer before the provider had counted it all. */
    void brokenOff(Exchange exchange) {
        exchange.cost(Cost.unknown("aborted"));
    }

    /** A call brought no answer. */
    void failed(Exchange exchange) {
        exchange.cost(Cost.unknown("no_answer"));
    }
}
