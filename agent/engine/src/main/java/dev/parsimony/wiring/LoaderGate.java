// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.dialect.Host;
import dev.parsimony.dialect.Hosts;
import dev.parsimony.exchange.ApplicationTracing;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Dialect;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Draw;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Opening;
import dev.parsimony.exchange.Passage;
import dev.parsimony.exchange.Plan;
import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.Timeline;
import dev.parsimony.settings.Settings;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The gate of one application class loader: recognises a call, identifies who makes it, and decides what is to be done. */
final class LoaderGate implements Gate {
    private static final String POST = "POST";

    private final Workshop workshop;
    private final Supplier<Policy> policy;
    private final ApplicationTracing tracing;
    private final Neighbourhood neighbourhood;

    LoaderGate(Workshop workshop, Supplier<Policy> policy, ApplicationTracing tracing, Neighbourhood neighbourhood) {
        this.workshop = workshop;
        this.policy = policy;
        this.tracing = tracing;
        this.neighbourhood = neighbourhood;
    }

    @Override
    public boolean wants(String method, String path) {
        return workshop.guard()
                .run(
                        "recognise",
                        false,
                        () -> method.equals(POST)
                                && !policy.get().passesAll()
                                && policy.get().mayKnow(path));
    }

    @Override
    public boolean hurries(String method, String path) {
        return wants(method, path) && policy.get().hurries();
    }

    @Override
    public void tellsItself(Object openTelemetry) {
        workshop.guard().run("tell", () -> workshop.telemetry().joins(openTelemetry));
    }

    @Override
    public Caller caller() {
        return workshop.guard().run("identify", Caller.unknown(), () -> caller(policy.get()));
    }

    private Caller caller(Policy now) {
        return new Caller(
                now.sites().find(),
                Thread.currentThread().getName(),
                tracing.current(),
                Tenancy.labels(now.settings().tenant(), neighbourhood, tracing),
                endpoint());
    }

    private String endpoint() {
        String route = neighbourhood.route();
        return route.isEmpty() ? tracing.route() : route;
    }

    @Override
    public Passage open(Call call, Client client, @Nullable Caller caller) {
        Timeline timeline = new Timeline(workshop.ticker());
        return workshop.guard()
                .run(
                        "open",
                        Passage.past(call),
                        () -> again(call, client)
                                .or(() -> recognised(call).map(draft -> passage(draft, client, caller, timeline)))
                                .orElseGet(() -> Passage.past(call)));
    }

    @Override
    public Scope retries() {
        return workshop.guard().run("retry", Scope.none(), workshop.retries()::begin);
    }

    /** The passage of a call that failed before and is now made again. */
    private Optional<Passage> again(Call call, Client client) {
        return workshop.retries()
                .here()
                .again(failed -> failed.made(call) && failed.isOn(credential(call, client)))
                .map(CallPassage::again);
    }

    private Digest credential(Call call, Client client) {
        return workshop.credentials().of(call.headers(), client, call.address());
    }

    private Optional<Draft> recognised(Call call) {
        if (policy.get().passesAll() || !call.method().equals(POST)) {
            return Optional.empty();
        }
        Hosts hosts = policy.get().hosts();
        String host = call.address().host();
        return hosts.dialect(host, call.path())
                .flatMap(likely -> Json.read(call.body()))
                .flatMap(body -> hosts.dialect(host, call.path(), body).map(dialect -> draft(call, dialect, body)));
    }

    private static Draft draft(Call call, Dialect dialect, Json body) {
        return new Draft(call, dialect, body, dialect.lens(call.path(), body));
    }

    private Passage passage(Draft draft, Client client, @Nullable Caller seen, Timeline timeline) {
        Policy now = policy.get();
        Caller caller = seen == null ? caller(now) : seen;
        Host host = now.hosts().of(draft.call().address().host(), draft.dialect());
        Tenancy tenancy =
                Tenancy.of(now.settings().tenant(), caller, draft.call().headers());
        Opening opening = opening(draft, client, caller, host, tenancy);
        Exchange exchange = new Exchange(opening, timeline);
        CallFacts facts = new CallFacts(
                opening, draft.lens(), tenancy.identity(), workshop.estimates()::input, workshop.steady());
        Plan plan = workshop.guard().run("plan", Plan.asWritten(), () -> plan(exchange, facts, now.settings()));
        exchange.follow(plan.rules());
        Situation situation = new Situation(
                exchange,
                plan,
                client,
                host,
                tenancy,
                credential(draft.call(), client),
                tracing,
                now.settings().promptCache().stagger(),
                now.settings().promptCache().longRetention());
        timeline.spend(timeline.now());
        return new CallPassage(situation, workshop, draft);
    }

    /** What the rules say; of a call that others are measured against, no more than its usage is asked for. */
    private static Plan plan(Exchange exchange, CallFacts facts, Settings settings) {
        Plan plan = settings.rules().plan(facts, settings.defaults());
        if (!settings.compares()) {
            return plan;
        }
        Draw draw = facts.draw(settings.control());
        exchange.draw(draw);
        return draw.control() ? plan.control() : plan;
    }

    private Opening opening(Draft draft, Client client, Caller caller, Host host, Tenancy tenancy) {
        Lens lens = draft.lens();
        return new Opening(
                workshop.clock().instant(),
                client.sdk(),
                draft.dialect().operation(),
                draft.dialect().name(),
                host.provider(),
                draft.call().address(),
                lens.model(),
                lens.streamed(),
                caller,
                tenancy.name(),
                host.biller());
    }
}
