// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import dev.parsimony.dialect.Dialects;
import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.CallSite;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Draw;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Hindsight;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Opening;
import dev.parsimony.exchange.Operation;
import dev.parsimony.exchange.Recall;
import dev.parsimony.exchange.Saving;
import dev.parsimony.exchange.SpanReference;
import dev.parsimony.exchange.Terms;
import dev.parsimony.exchange.Timeline;
import dev.parsimony.exchange.Usage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Calls that are over. */
final class Calls {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");
    static final String PATH = "/v1/chat/completions";
    static final String QUESTION = "How long may I return a lamp?";

    private Calls() {}

    static Exchange opened(String tenant) {
        Caller caller = new Caller(
                new CallSite("com.acme.Faq.answer", 12),
                "main",
                new SpanReference("a".repeat(32), "b".repeat(16), true, ""),
                Map.of(),
                "/orders/{id}");
        Opening opening = new Opening(
                NOON,
                "openai-java",
                Operation.CHAT,
                "openai.chat",
                "openai",
                new Address("https", "api.openai.com", -1),
                "gpt-4.1",
                true,
                caller,
                tenant);
        AtomicLong nanos = new AtomicLong();
        return new Exchange(opening, new Timeline(() -> nanos.getAndAdd(1_234_000)));
    }

    /** A call that was sent, answered and priced. */
    static Exchange billed() {
        return billed("acme");
    }

    static Exchange billed(String tenant) {
        Exchange call = opened(tenant);
        call.follow(List.of("triage", "faq"));
        call.rewrote("model");
        call.skip("cache", "same_trace");
        call.draw(new Draw(true, 3));
        call.attempt();
        call.recall(Recall.BYPASS);
        call.arrived(new Head(200, Headers.none()), "req_1");
        call.timeline().chunk();
        call.answered(new Answer(
                "id",
                "gpt-4.1-2025-04-14",
                List.of("length"),
                Usage.text(900, 100, 3, 4, 30, 20).withTool("web_search", 2),
                Terms.of("default"),
                "",
                Answer.Ending.TRUNCATED));
        call.cost(Cost.known(new BigDecimal("0.001234500"), true));
        call.saved(new Saving("model", "triage", new BigDecimal("0.0004"), true));
        call.saved(new Saving("prompt_cache", "", new BigDecimal("-0.00001"), false));
        call.lookBack(new Hindsight(
                60_000_500, 4_096, 32, new BigDecimal("-0.0001"), new BigDecimal("0.002"), "system line 3 (a time)"));
        call.timeline().end();
        return call;
    }

    /** A call that brought no answer. */
    static Exchange failed() {
        Exchange call = opened("");
        call.attempt();
        call.estimate(120);
        call.estimateOutput(7);
        call.failed("java.net.ConnectException");
        call.cost(Cost.unknown("no_answer"));
        call.timeline().end();
        return call;
    }

    static Request request() {
        return request("{\"model\": \"gpt-4.1\",\r\n \"messages\": [{\"role\": \"user\", \"content\": \"" + QUESTION
                + "\"}]}");
    }

    static Request request(String body) {
        Json json = Json.read(body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        return new Request(PATH, json, Dialects.of(PATH).orElseThrow().lens(PATH, json));
    }
}
