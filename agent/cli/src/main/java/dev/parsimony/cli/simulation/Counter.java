// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import dev.parsimony.simulator.billing.Account;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Charge;
import dev.parsimony.simulator.billing.Pending;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Consumer;

/** The providers' side of a simulation: takes requests, answers at its pace, and keeps the bill. */
final class Counter {
    private final Agenda agenda;
    private final Set<TrafficCall> apart;
    private final Account account = new Account();
    private BigDecimal ofThose = BigDecimal.ZERO;

    /**
     * A counter with empty caches.
     *
     * @param agenda what time it is
     * @param apart calls that are summed up apart as well
     */
    Counter(Agenda agenda, Set<TrafficCall> apart) {
        this.agenda = agenda;
        this.apart = apart;
    }

    /**
     * Takes a request now.
     *
     * @param call the request
     * @param made the call of the traffic that it is
     * @param begun told when its answer begins
     * @param charged told when it has ended
     */
    void take(Call call, TrafficCall made, Runnable begun, Consumer<Charge> charged) {
        Pending pending = account.open(call, agenda.instant());
        agenda.at(agenda.instant().plus(Pace.BEGINS), () -> {
            pending.begin(agenda.instant());
            begun.run();
        });
        agenda.at(Pace.ends(agenda.instant(), made.outputTokens()), () -> {
            Charge charge = pending.settle(made.outputTokens(), 0);
            ofThose = apart.contains(made) ? ofThose.add(charge.amounts().total()) : ofThose;
            charged.accept(charge);
        });
    }

    /** Everything so far, in USD. */
    BigDecimal total() {
        return account.bill().total();
    }

    /** The calls apart, in USD. */
    BigDecimal totalApart() {
        return ofThose;
    }
}
