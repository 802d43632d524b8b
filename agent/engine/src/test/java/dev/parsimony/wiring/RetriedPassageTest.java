// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Recall;
import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.Tap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Calls that a framework makes again above the seam. */
class RetriedPassageTest {
    private static final String ASK =
            "{\"model\":\"gpt-4.1\",\"messages\":[{\"role\":\"user\",\"content\":\"How long may I return it?\"}]}";
    private static final String OTHER = ASK.replace("return", "keep");
    private static final String ANSWER = "{\"id\":\"chatcmpl-1\",\"model\":\"gpt-4.1-2025-04-14\","
            + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"60 days.\"},"
            + "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100,\"total_tokens\":1100}}";
    private static final String CAP = "rules: [{name: cap, then: {max_tokens: 50}}]\n";
    private static final String REUSE = "rules: [{name: faq, then: {cache: {ttl: 10m, scope: shared}}}]\n";

    private final Desk desk = new Desk("hosts: [{match: api.openai.com, allows: all}]\n" + CAP);

    @Test
    void areOneCallWithTheOutcomeOfTheLastAttempt() {
        try (Scope retries = desk.retries()) {
            desk.chat(ASK).refused(500);
            assertThat(desk.told).isEmpty();
            desk.chat(ASK).answered(ANSWER);
            assertThat(desk.told).hasSize(1);
        }

        assertThat(desk.told).hasSize(1);
        assertThat(desk.last().error()).isEmpty();
        assertThat(desk.last().status()).isEqualTo(200);
        assertThat(desk.last().attempts()).isEqualTo(1);
        // 1000 tokens at 2 USD and 100 at 8 USD per million, once
        assertThat(((Cost.Known) desk.last().cost()).usd()).isEqualByComparingTo("0.0028");
    }

    @Test
    void goOutRewrittenAsTheFirstTime() {
        try (Scope retries = desk.retries()) {
            desk.chat(ASK).refused(503);
            desk.reconfigure("");

            assertThat(desk.chat(ASK).sent()).contains("\"max_tokens\":50");
        }
    }

    @Test
    void stayRevertedWhereTheProviderRefusedTheRewrite() {
        try (Scope retries = desk.retries()) {
            desk.chat(ASK).refused(400).refused(500);
            Desk.Sending again = desk.chat(ASK);

            assertThat(again.sent()).isEqualTo(ASK);
            assertThat(((Next.Send) again.next).asWritten()).isTrue();
            again.answered(ANSWER);
        }

        assertThat(desk.last().reverted()).containsExactly("max_tokens");
        assertThat(desk.last().attempts()).isEqualTo(2);
    }

    @Test
    void haveFailedWhenNobodyMakesThemAgain() {
        try (Scope retries = desk.retries()) {
            desk.chat(ASK).refused(500);
            desk.chat(ASK).passage.failed(new IOException());
            desk.later(Duration.ofSeconds(5));
        }

        assertThat(desk.told).hasSize(1);
        assertThat(desk.last().error()).isEqualTo("java.io.IOException");
        assertThat(desk.last().status()).isZero();
        assertThat(desk.last().timeline().ended()).isZero();
    }

    @Test
    void areToldAtOnceWhereNobodyMakesThemAgain() {
        desk.chat(ASK).refused(500);
        desk.chat(ASK).refused(500);

        assertThat(desk.told).hasSize(2);
    }

    @Test
    void areNotConfusedWithOthersWithinTheSameRetries() {
        try (Scope retries = desk.retries()) {
            desk.chat(ASK).refused(500);
            desk.chat(OTHER).answered(ANSWER);
            desk.chat(ASK).answered(ANSWER);
        }

        assertThat(desk.told).extracting(Exchange::error).containsExactly("", "");
    }

    @Test
    void areNotThoseOfAnotherAccount() {
        try (Scope retries = desk.retries()) {
            desk.chat(ASK).refused(500);
            desk.key = "sk-of-somebody-else";
            desk.chat(ASK).answered(ANSWER);
        }

        assertThat(desk.told).extracting(Exchange::error).containsExactlyInAnyOrder("", "invalid_request_error");
    }

    @Test
    void areBilledApartWhereTheFirstWasAnswered() {
        try (Scope retries = desk.retries()) {
            desk.chat(ASK).answered(ANSWER);
            desk.chat(ASK).answered(ANSWER);
        }

        assertThat(desk.told).hasSize(2).allMatch(told -> told.cost() instanceof Cost.Known);
    }

    @Test
    void areBilledApartWhereTheFirstBrokeOffBehindItsCounts() {
        Desk.Sending first;
        try (Scope retries = desk.retries()) {
            first = desk.chat(ASK.replace("{\"model\"", "{\"stream\":true,\"model\""));
            Tap tap = ((Next.Deliver) first.arrival(200, "text/event-stream")).tap();
            tap.pass(Chunk.of(("data: " + ANSWER + "\n\n").getBytes(StandardCharsets.UTF_8)));
            tap.failed(new IOException());
        }

        assertThat(desk.last().answer().usage()).isNotNull();
        assertThat(desk.last().cost()).isInstanceOf(Cost.Known.class);
    }

    @Test
    void belongToTheInnermostRetries() {
        try (Scope outer = desk.retries()) {
            try (Scope inner = desk.retries()) {
                desk.chat(ASK).refused(500);
            }
            assertThat(desk.told).hasSize(1);
            desk.chat(OTHER).refused(500);
            desk.chat(OTHER).answered(ANSWER);
        }

        assertThat(desk.told).hasSize(2);
    }

    @Test
    void leaveTheirAnswerForOthersAfterAFailure() {
        Desk reusing = new Desk(REUSE);
        try (Scope retries = reusing.retries()) {
            reusing.chat(ASK).refused(500);
            reusing.chat(ASK).answered(ANSWER);
        }

        assertThat(reusing.last().recall()).isEqualTo(Recall.MISS);
        assertThat(reusing.chat(ASK).local()).isEqualTo(ANSWER);
    }

    @Test
    void haveNobodyWaitOnceTheyFailed() {
        Desk reusing = new Desk(REUSE);
        try (Scope retries = reusing.retries()) {
            reusing.chat(ASK).refused(500);

            assertThat(reusing.chat(ASK.replace(":", ": ")).next).isInstanceOf(Next.Send.class);
        }
    }

    @Test
    void endWhereTheyAreReadOnlyAfterTheRetries() {
        Desk.Sending call;
        try (Scope retries = desk.retries()) {
            call = desk.chat(ASK);
        }
        call.refused(500);

        assertThat(desk.told).hasSize(1);
        assertThat(desk.last().error()).isEqualTo("invalid_request_error");
    }
}
