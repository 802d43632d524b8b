// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import dev.parsimony.exchange.CallSite;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Passage;
import dev.parsimony.exchange.SpanReference;
import dev.parsimony.exchange.Tap;
import dev.parsimony.settings.Settings;
import dev.parsimony.settings.Tenant;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.wiring.Rehearsal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Traffic as the engine drives it: a driver on a driven clock, with the simulated providers for a transport. */
final class Performance {
    private static final int OK = 200;
    private static final Head HEAD = new Head(OK, Headers.of(Map.of("content-type", List.of("application/json"))));

    private final Agenda agenda;
    private final Counter counter;
    private final Desk desk;
    private final Rehearsal rehearsal;
    private final Tenant tenants;
    private final BiConsumer<TrafficCall, byte[]> sent;

    /**
     * An engine at its first call.
     *
     * @param sent told of each request as it goes out
     */
    Performance(Settings settings, Agenda agenda, Counter counter, Desk desk, BiConsumer<TrafficCall, byte[]> sent) {
        this.agenda = agenda;
        this.counter = counter;
        this.desk = desk;
        this.tenants = settings.tenant();
        this.sent = sent;
        Instant from = agenda.instant();
        this.rehearsal = new Rehearsal(
                settings, agenda, () -> Duration.between(from, agenda.instant()).toNanos());
    }

    /** Makes a call now. */
    void play(TrafficCall call) {
        dev.parsimony.exchange.Call made = new dev.parsimony.exchange.Call(
                "POST", call.address(), call.path(), call.query(), headers(call), call.request());
        Passage passage = rehearsal.open(made, caller(call));
        follow(call, passage, passage.next());
    }

    private void follow(TrafficCall call, Passage passage, Next next) {
        if (next instanceof Next.Send send) {
            send(call, passage, send.call());
        } else if (next instanceof Next.Await await) {
            Runnable again = once(() -> follow(call, passage, passage.next()));
            agenda.at(agenda.instant().plus(await.limit()), again);
            await.signal().whenComplete((news, trouble) -> agenda.at(agenda.instant(), again));
        }
    }

    private static Runnable once(Runnable what) {
        AtomicBoolean done = new AtomicBoolean();
        return () -> {
            if (done.compareAndSet(false, true)) {
                what.run();
            }
        };
    }

    private void send(TrafficCall call, Passage passage, dev.parsimony.exchange.Call request) {
        sent.accept(call, request.body());
        Call billed = desk.call(request.path(), request.body())
                .orElseThrow(() -> new IllegalStateException("a request became unreadable: " + call));
        Tap[] tap = {Tap.open()};
        counter.take(billed, call, () -> tap[0] = begun(passage), charge -> {
            tap[0].pass(Chunk.of(Answers.body(billed.api(), charge)));
            tap[0].end();
        });
    }

    private static Tap begun(Passage passage) {
        return passage.arrived(HEAD) instanceof Next.Deliver deliver ? deliver.tap() : Tap.open();
    }

    private Caller caller(TrafficCall call) {
        Map<String, String> labels = source(call)
                .map(source -> Map.of(source.toString(), call.tenant()))
                .orElse(Map.of());
        return new Caller(new CallSite(call.callSite(), 0), "", SpanReference.none(), labels);
    }

    private Headers headers(TrafficCall call) {
        return Headers.of(source(call).filter(source -> source.kind() == Tenant.Kind.HEADER).stream()
                .collect(Collectors.toMap(Tenant.Source::name, source -> List.of(call.tenant()))));
    }

    /** The first source that the settings read a tenant from; empty if there is none, or no tenant. */
    private Optional<Tenant.Source> source(TrafficCall call) {
        return tenants.from().stream()
                .limit(1)
                .filter(source -> !call.tenant().isEmpty())
                .findFirst();
    }
}
