// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Tap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** How calls end, well and otherwise. */
class EndingsTest {
    private static final String ASK =
            "{\"model\":\"gpt-4.1\",\"messages\":[{\"role\":\"user\",\"content\":\"How long may I return it?\"}]}";
    private static final String ANSWER = "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"created\":1,"
            + "\"model\":\"gpt-4.1-2025-04-14\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
            + "\"content\":\"60 days.\"},\"finish_reason\":\"stop\"}],"
            + "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100,\"total_tokens\":1100}}";
    private static final String REUSE = "rules: [{name: faq, then: {cache: {ttl: 10m, scope: shared}}}]\n";

    @Test
    void tellsOfAnAnswerThatWasLetGoOf() {
        Desk desk = new Desk("");
        Tap tap = ((Next.Deliver) desk.chat(ASK).arrival(200, "application/json")).tap();

        tap.abandoned();

        assertThat(desk.last().wasAbandoned()).isTrue();
        assertThat(desk.last().cost()).isEqualTo(Cost.unknown("aborted"));
    }

    @Test
    void tellsOfAnAnswerThatBrokeOff() {
        Desk desk = new Desk("");
        Tap tap = ((Next.Deliver) desk.chat(ASK).arrival(200, "application/json")).tap();

        tap.pass(Chunk.of("{\"id\"".getBytes(StandardCharsets.UTF_8)));
        tap.failed(new IOException("reset"));

        assertThat(desk.last().error()).isEqualTo("java.io.IOException");
    }

    @Test
    void readsAnAnswerThatIsClosedBehindItsLastByte() {
        Desk desk = new Desk(REUSE);
        Tap tap = ((Next.Deliver) desk.chat(ASK).arrival(200, "application/json")).tap();

        tap.pass(Chunk.of(ANSWER.getBytes(StandardCharsets.UTF_8)));
        tap.closed();

        assertThat(desk.last().cost()).isInstanceOf(Cost.Known.class);
        assertThat(desk.chat(ASK).local()).isEqualTo(ANSWER);
    }

    @Test
    void tellsOfAStreamOnceBeforeItsLastEventGoesOn() {
        Desk desk = new Desk("");
        Next arrival = desk.chat("{\"model\":\"gpt-4.1\",\"stream\":true,\"messages\":[]}")
                .arrival(200, "text/event-stream");
        Tap tap = ((Next.Deliver) arrival).tap();

        tap.pass(Chunk.of("data: {\"choices\":[]}\n\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(desk.told).isEmpty();
        tap.pass(Chunk.of("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(desk.told).hasSize(1);
        tap.failed(new IOException("reset"));

        assertThat(desk.told).hasSize(1);
        assertThat(desk.last().error()).isEmpty();
    }
}
