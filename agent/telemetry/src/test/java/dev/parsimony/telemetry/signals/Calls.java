// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.CallSite;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Hindsight;
import dev.parsimony.exchange.Opening;
import dev.parsimony.exchange.Operation;
import dev.parsimony.exchange.Recall;
import dev.parsimony.exchange.Saving;
import dev.parsimony.exchange.SpanReference;
import dev.parsimony.exchange.Terms;
import dev.parsimony.exchange.Timeline;
import dev.parsimony.exchange.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Calls to tell of, on a clock of their own. */
public final class Calls {
    public static final Instant BEGIN = Instant.parse("2026-11-21T10:00:00Z");
    public static final String SITE = "com.acme.Triage.classify";

    private long now;
    private Operation operation = Operation.CHAT;
    private String dialect = "openai.chat";
    private String provider = "openai";
    private Address address = new Address("https", "api.openai.com", -1);
    private String model = "gpt-4o";
    private boolean streamed;
    private CallSite site = new CallSite(SITE, 42);
    private SpanReference parent = SpanReference.none();
    private String tenant = "";
    private String endpoint = "";

    public Calls operation(Operation operation, String dialect) {
        this.operation = operation;
        this.dialect = dialect;
        return this;
    }

    public Calls provider(String provider, String dialect) {
        this.provider = provider;
        this.dialect = dialect;
        return this;
    }

    public Calls address(Address address) {
        this.address = address;
        return this;
    }

    public Calls model(String model) {
        this.model = model;
        return this;
    }

    public Calls streamed() {
        this.streamed = true;
        return this;
    }

    public Calls site(CallSite site) {
        this.site = site;
        return this;
    }

    public Calls parent(SpanReference parent) {
        this.parent = parent;
        return this;
    }

    public Calls tenant(String tenant) {
        this.tenant = tenant;
        return this;
    }

    public Calls endpoint(String endpoint) {
        this.endpoint = endpoint;
        return this;
    }

    public void pass(Duration time) {
        now += time.toNanos();
    }

    /** A call that was answered. */
    public static Exchange answeredCall() {
        return new Calls().answered();
    }

    /** A call that has just begun. */
    public Exchange begin() {
        Caller caller = new Caller(site, "main", parent, Map.of(), endpoint);
        Opening opening = new Opening(
                BEGIN, "openai-java", operation, dialect, provider, address, model, streamed, caller, tenant);
        return new Exchange(opening, new Timeline(() -> now));
    }

    /** A call that was answered by the provider after a second and a half. */
    public Exchange answered() {
        Exchange exchange = begin();
        exchange.attempt();
        exchange.arrived(new Head(200, Headers.none()), "req_1");
        exchange.answered(answer(Usage.text(100, 40, 8, 2, 18, 12)));
        exchange.cost(Cost.known(new BigDecimal("0.00125"), false));
        pass(Duration.ofMillis(1500));
        exchange.timeline().end();
        return exchange;
    }

    /** A call that was answered, as another that cost the same was a second before. */
    public Exchange repeated() {
        Exchange exchange = answered();
        exchange.lookBack(new Hindsight(1_000_000, -1, 1, BigDecimal.ZERO, BigDecimal.ZERO, ""));
        return exchange;
    }

    /** A call that was answered from the store. */
    public Exchange hit() {
        Exchange exchange = begin();
        exchange.recall(Recall.HIT);
        exchange.answered(answer(Usage.text(100, 0, 0, 0, 30, 0)));
        exchange.cost(Cost.known(BigDecimal.ZERO, false));
        exchange.saved(new Saving("response_cache", "faq", new BigDecimal("0.002"), false));
        pass(Duration.ofNanos(40_000));
        exchange.timeline().spend(40_000);
        exchange.timeline().end();
        return exchange;
    }

    public static Answer answer(Usage usage) {
        return new Answer(
                "chatcmpl-1",
                "gpt-4o-2024-08-06",
                List.of("stop"),
                usage,
                Terms.of("default"),
                "",
                Answer.Ending.NATURAL);
    }
}
