// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import dev.parsimony.simulator.billing.Account;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Charge;
import dev.parsimony.simulator.billing.Pending;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** The providers' side of a simulation: takes requests, answers at its pace, and keeps the bill. */
final class Counter {
    private final Agenda agenda;
    private final Account account = new Account();

    /** A counter with empty caches. */
    Counter(Agenda agenda) {
        this.agenda = agenda;
    }

    /**
     * Takes a request now.
     *
     * @param call the request
     * @param outputTokens how long its answer will be
     * @param begun told when its answer begins
     * @param charged told when it has ended
     */
    void take(Call call, long outputTokens, Runnable begun, Consumer<Charge> charged) {
        Pending pending = account.open(call, agenda.instant());
        agenda.at(agenda.instant().plus(Pace.BEGINS), () -> {
            pending.begin(agenda.instant());
            begun.run();
        });
        agenda.at(Pace.ends(agenda.instant(), outputTokens), () -> charged.accept(pending.settle(outputTokens, 0)));
    }

    /** Everything so far, in USD. */
    BigDecimal total() {
        return account.bill().total();
    }
}
