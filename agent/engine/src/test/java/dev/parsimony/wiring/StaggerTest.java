// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Next;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Calls in parallel under one system text, where they may wait for the first of them. */
class StaggerTest {
    private static final String STAGGERED = "prompt_cache: {stagger: 500ms}";
    private static final String RULES = "Answer in short sentences. ".repeat(400);
    private static final String ANSWER = "{\"type\":\"message\",\"model\":\"claude-sonnet-5\",\"content\":[],"
            + "\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":5,\"cache_creation_input_tokens\":4000,"
            + "\"cache_read_input_tokens\":0,\"output_tokens\":2}}";

    private int questions;

    @Test
    void theOthersWaitForTheFirstAnswerToBeginAndThenRead() {
        Desk desk = seenBefore(STAGGERED);
        Desk.Sending first = ask(desk);
        assertThat(first.sent()).contains("cache_control");

        Desk.Sending second = ask(desk);
        assertThat(second.next).isInstanceOfSatisfying(Next.Await.class, await -> {
            assertThat(await.limit()).isEqualTo(Duration.ofMillis(500));
            assertThat(await.signal().toCompletableFuture()).isNotDone();
            first.answered(ANSWER);
            assertThat(await.signal().toCompletableFuture()).isDone();
        });
        second.next = second.passage.next();
        assertThat(second.sent()).contains("cache_control");
        assertThat(desk.failures).isEmpty();
    }

    @Test
    void whoWaitedLongEnoughGoesOutWithoutAMark() {
        Desk desk = seenBefore(STAGGERED);
        ask(desk);
        Desk.Sending second = ask(desk);
        desk.later(Duration.ofMillis(500));

        second.next = second.passage.next();
        assertThat(second.sent()).doesNotContain("cache_control");
    }

    @Test
    void nobodyWaitsForACallThatFailed() {
        Desk desk = seenBefore(STAGGERED);
        Desk.Sending first = ask(desk);
        first.passage.failed(new IOException("reset"));

        assertThat(ask(desk).sent()).contains("cache_control");
    }

    @Test
    void nobodyWaitsUnlessToldTo() {
        Desk desk = seenBefore("");
        ask(desk);

        assertThat(ask(desk).sent()).doesNotContain("cache_control");
    }

    private Desk seenBefore(String yaml) {
        Desk desk = new Desk(yaml);
        ask(desk).answered(ANSWER);
        desk.later(Duration.ofSeconds(20));
        return desk;
    }

    private Desk.Sending ask(Desk desk) {
        return desk.messages("{\"model\":\"claude-sonnet-5\",\"max_tokens\":9,\"system\":\"" + RULES
                + "\",\"messages\":[{\"role\":\"user\",\"content\":\"question " + questions++ + "\"}]}");
    }
}
