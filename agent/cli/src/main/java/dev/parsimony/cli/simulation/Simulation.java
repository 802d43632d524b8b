// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import dev.parsimony.settings.Settings;
import dev.parsimony.simulator.billing.Call;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * What the same traffic would have cost: as it was sent, with Parsimony, with fixed strategies, and at the bound. The bill is
 * made out by the simulator's own rules, which know nothing of the engine; the engine is the very one of the agent, on a
 * clock that the traffic drives. All calls are on one account, whose caches are empty at first.
 */
public final class Simulation {
    private final Desk desk = new Desk();
    private final List<TrafficCall> calls;
    private final int unknown;

    /**
     * A simulation.
     *
     * @param traffic the calls, in order of time
     */
    public Simulation(List<TrafficCall> traffic) {
        this.calls = traffic.stream()
                .filter(call -> desk.call(call.path(), call.request()).isPresent())
                .toList();
        this.unknown = traffic.size() - calls.size();
    }

    /**
     * Plays it each way.
     *
     * @param settings what Parsimony is told
     * @param sent told of each request as Parsimony sends it
     */
    public Outcome run(Settings settings, BiConsumer<TrafficCall, byte[]> sent) {
        List<Call> read = new ArrayList<>();
        calls.forEach(call -> desk.call(call.path(), call.request()).ifPresent(read::add));
        Set<TrafficCall> known = Seasoned.among(calls);
        Map<String, BigDecimal> strategies = new LinkedHashMap<>();
        for (Rival rival : Rival.values()) {
            strategies.put(rival.toString(), bill(read, rival::mark, Set.of()).total());
        }
        Counter asSent = bill(read, UnaryOperator.identity(), known);
        Counter parsimony = played(settings, sent, known);
        Bound bound = new Clairvoyant(calls, read).bound(asSent.total());
        Bound later = Clairvoyant.of(known, calls, read).bound(asSent.totalApart());
        Seasoned seasoned = new Seasoned(asSent.totalApart(), parsimony.totalApart(), later.usd());
        return new Outcome(asSent.total(), parsimony.total(), bound, strategies, seasoned, calls.size(), unknown);
    }

    private Counter bill(List<Call> read, UnaryOperator<Call> change, Set<TrafficCall> apart) {
        Agenda agenda = agenda();
        Counter counter = new Counter(agenda, apart);
        for (int i = 0; i < read.size(); i++) {
            Call call = read.get(i);
            TrafficCall made = calls.get(i);
            agenda.at(made.at(), () -> counter.take(change.apply(call), made, () -> {}, charge -> {}));
        }
        agenda.run();
        return counter;
    }

    private Counter played(Settings settings, BiConsumer<TrafficCall, byte[]> sent, Set<TrafficCall> apart) {
        Agenda agenda = agenda();
        Counter counter = new Counter(agenda, apart);
        Performance performance = new Performance(settings, agenda, counter, desk, sent);
        calls.forEach(call -> agenda.at(call.at(), () -> performance.play(call)));
        agenda.run();
        return counter;
    }

    private Agenda agenda() {
        return new Agenda(calls.isEmpty() ? Instant.EPOCH : calls.get(0).at());
    }
}
