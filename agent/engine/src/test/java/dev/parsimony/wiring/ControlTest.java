// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Draw;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Recall;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversations left as written, that the others are measured against. */
class ControlTest {
    private static final String RULES =
            "rules: [{name: all, then: {model: gpt-4.1-mini, max_tokens: 200, prompt_cache: 5m,"
                    + " cache: {ttl: 10m, scope: shared}}}]\n";
    private static final String ANSWER = "{\"id\":\"a\",\"model\":\"%s\",\"choices\":[{\"index\":0,\"message\":{"
            + "\"content\":\"60\"},\"finish_reason\":\"stop\"}],"
            + "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100,\"total_tokens\":1100}}";
    private static final String USAGE = "data: {\"id\":\"a\",\"model\":\"gpt-4.1\",\"choices\":[],"
            + "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100,\"total_tokens\":1100}}\n\n";
    private static final String STREAM = "data: {\"id\":\"a\",\"model\":\"gpt-4.1\",\"choices\":[{\"index\":0,"
            + "\"delta\":{\"content\":\"60\"},\"finish_reason\":\"stop\"}]}\n\n" + USAGE + "data: [DONE]\n\n";

    @Test
    void leavesEveryByteAsItIsAndReusesNothing() {
        Desk desk = new Desk("control: 100%\n" + RULES);

        for (int i = 0; i < 2; i++) {
            Desk.Sending call = desk.chat(ask(0, false));
            assertThat(((Next.Send) call.next).call().body()).isSameAs(call.written.body());
            call.answered(ANSWER.formatted("gpt-4.1"));
        }
        assertThat(desk.told).allSatisfy(exchange -> {
            assertThat(exchange.draw()).isNotNull().extracting(Draw::control).isEqualTo(true);
            assertThat(exchange.recall()).isEqualTo(Recall.NOT_ASKED);
            assertThat(exchange.rewrites()).isEmpty();
            assertThat(exchange.rules()).isEmpty();
            assertThat(exchange.savings()).isEmpty();
        });
    }

    @Test
    void asksForUsageOnAStreamAndNothingElse() {
        Desk desk = new Desk("control: 100%\n" + RULES);
        Desk.Sending call = desk.chat(ask(0, true));

        assertThat(call.sent())
                .contains("\"include_usage\":true")
                .contains("\"model\":\"gpt-4.1\"")
                .doesNotContain("max_tokens", "max_completion_tokens", "prompt_cache");
        call.arrives(200, "text/event-stream", STREAM);
        assertThat(call.seen).isEqualTo(STREAM.replace(USAGE, ""));
        assertThat(desk.last().rewrites()).containsExactly("stream_usage");
        assertThat(desk.last().savings()).isEmpty();
        assertThat(((Cost.Known) desk.last().cost()).usd()).isEqualByComparingTo("0.0028");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stream_usage: off",
                "mode: observe",
                "rules: [{name: alone, then: {mode: observe}}]",
            })
    void asksForNoUsageOnAStreamWhereNoneIsAskedForOnOthers(String settings) {
        Desk desk = new Desk("control: 100%\n" + settings + "\n");
        Desk.Sending call = desk.chat(ask(0, true));

        assertThat(((Next.Send) call.next).call().body()).isSameAs(call.written.body());
    }

    @Test
    void measuresStreamsToo() {
        Desk desk = new Desk("control: 50%\nrules: [{name: swap, then: {model: gpt-4.1-mini}}]\n");
        Summary summary = new Summary();
        for (int i = 0; i < 500; i++) {
            Desk.Sending call = desk.chat(ask(i, true));
            String answer = call.sent().contains("mini") ? STREAM.replace("gpt-4.1", "gpt-4.1-mini") : STREAM;
            String counted = call.sent().contains("include_usage") ? answer : answer.replace(USAGE, "");
            call.arrives(200, "text/event-stream", counted);
            summary.add(desk.last());
        }

        assertThat(summary.lines())
                .anySatisfy(line -> assertThat(line).startsWith("  measured 0.002240 USD saved a call"));
    }

    @Test
    void drawsNothingWhereNobodyAsksForIt() {
        Desk desk = new Desk(RULES);
        desk.chat(ask(0, false)).answered(ANSWER.formatted("gpt-4.1-mini"));

        assertThat(desk.last().draw()).isNull();
    }

    @Test
    void drawsNothingInObserveWhereEveryCallIsLeftAsWritten() {
        Desk desk = new Desk("mode: observe\ncontrol: 50%\n");
        desk.chat(ask(0, false)).answered(ANSWER.formatted("gpt-4.1"));

        assertThat(desk.last().draw()).isNull();
    }

    @Test
    void drawsTheSameForEveryCallOfAConversationOnWhicheverMachine() {
        assertThat(drawn(new Desk("control: 30%\n"), 50)).isEqualTo(drawn(new Desk("control: 30%\n"), 50));
    }

    @Test
    void drawsAboutTheShareThatIsAskedForIntoGroupsOfAboutOneSize() {
        List<Draw> draws = drawn(new Desk("control: 20%\n"), 2000);

        assertThat(draws.stream().filter(Draw::control).count()).isBetween(330L, 470L);
        assertThat(IntStream.range(0, Draw.GROUPS))
                .allSatisfy(group -> assertThat(draws.stream()
                                .filter(draw -> draw.group() == group)
                                .count())
                        .isBetween(30L, 100L));
    }

    @Test
    void drawsFromASampleNoMoreThanFromTheRest() {
        Desk desk = new Desk("control: 20%\nrules: [{name: some, when: {sample: 20%}, then: {model: gpt-4.1-mini}}]\n");
        for (int i = 0; i < 2000; i++) {
            desk.chat(ask(i, false)).answered(ANSWER.formatted("gpt-4.1"));
        }

        // a fifth of the sample is left as written: 20 % less a fifth of that
        assertThat(desk.told.stream()
                        .filter(exchange -> exchange.rules().contains("some"))
                        .count())
                .isBetween(260L, 380L);
    }

    @Test
    void measuresTheDifferenceAgainstThem() {
        Desk desk = new Desk("control: 20%\nrules: [{name: swap, then: {model: gpt-4.1-mini}}]\n");
        Summary summary = new Summary();
        for (int i = 0; i < 500; i++) {
            Desk.Sending call = desk.chat(ask(i, false));
            call.answered(ANSWER.formatted(call.sent().contains("mini") ? "gpt-4.1-mini" : "gpt-4.1"));
            summary.add(desk.last());
        }

        // 1000 x (2 - 0.4) + 100 x (8 - 1.6) per million, without any spread
        assertThat(summary.lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith(
                                "  measured 0.002240 USD saved a call (+-0.000000) at com.acme.support.Faq.answer:"));
    }

    private static List<Draw> drawn(Desk desk, int conversations) {
        for (int i = 0; i < conversations; i++) {
            desk.chat(ask(i, false)).answered(ANSWER.formatted("gpt-4.1"));
        }
        return desk.told.stream().map(Exchange::draw).toList();
    }

    private static String ask(int conversation, boolean stream) {
        return "{\"model\":\"gpt-4.1\",\"stream\":" + stream
                + ",\"messages\":[{\"role\":\"user\",\"content\":\"Where is order " + conversation + "?\"}]}";
    }
}
