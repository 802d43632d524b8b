// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Tap;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What nobody counted stays unknown, and is estimated apart. */
class UnknownUsageTest {
    private static final String ASK =
            "{\"model\":\"claude-haiku-4-5\",\"max_tokens\":100,\"stream\":true,\"messages\":["
                    + "{\"role\":\"user\",\"content\":\"" + "How long may I return it? ".repeat(40) + "\"}]}";
    private static final String START = event(
            "message_start",
            "\"message\":{\"id\":\"m\",\"model\":\"claude-haiku-4-5\",\"usage\":{\"input_tokens\":260,\"output_tokens\":1}}");
    private static final String DELTAS = event(
                    "content_block_delta", "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"sixty \"}")
            .repeat(20);
    private static final String END =
            event("message_delta", "\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":40}")
                    + event("message_stop", "\"x\":0");

    private final Desk desk = new Desk("");

    private static String event(String type, String rest) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"," + rest + "}\n\n";
    }

    @Test
    void pricesAStreamThatWasCountedToItsEnd() {
        stream(START + DELTAS + END, Tap::end);

        // 260 at 1 USD and 40 at 5 USD per million
        assertThat(((Cost.Known) desk.last().cost()).usd()).isEqualByComparingTo("0.00046");
        assertThat(desk.last().estimatedInput()).isNegative();
        assertThat(desk.last().estimatedOutput()).isNegative();
    }

    @Test
    void takesNoEarlyCountForThatOfAStreamBrokenOff() {
        stream(START + DELTAS, Tap::closed);

        assertThat(desk.last().cost()).isEqualTo(Cost.unknown("aborted"));
        assertThat(desk.last().asWritten()).isEqualTo(Cost.unknown("aborted"));
        assertThat(desk.last().answer().usage()).isNull();
        assertThat(desk.last().savings()).isEmpty();
    }

    @Test
    void keepsTheInputThatWasCountedOfItAsAnEstimate() {
        stream(START + DELTAS, Tap::closed);

        assertThat(desk.last().estimatedInput()).isEqualTo(260);
    }

    @Test
    void estimatesTheOutputByWhatAnswersLikeItTookBefore() {
        stream(START + DELTAS + END, Tap::end);
        stream(START + DELTAS, Tap::closed);

        assertThat(desk.last().estimatedOutput()).isBetween(25L, 39L);
    }

    @Test
    void estimatesNoOutputWhereNoAnswerLikeItWasEverCounted() {
        stream(START + DELTAS, Tap::closed);

        assertThat(desk.last().estimatedOutput()).isNegative();
    }

    @Test
    void saysOfAnAnswerThatIsWholeThatItsProviderCountedNothing() {
        desk.messages(ASK.replace("\"stream\":true", "\"stream\":false")).answered("{\"id\":\"m\"}");

        assertThat(desk.last().cost()).isEqualTo(Cost.unknown("no_usage"));
        assertThat(desk.last().estimatedInput()).isPositive();
    }

    @Test
    void pricesAStreamOfWhichOnlyTheLastMarkWasNotRead() {
        stream(
                START
                        + DELTAS
                        + event(
                                "message_delta",
                                "\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":40}"),
                Tap::closed);

        assertThat(desk.last().cost()).isInstanceOf(Cost.Known.class);
    }

    @Test
    void countsThemApartInTheSummary() {
        Summary summary = new Summary();
        stream(START + DELTAS, Tap::closed);
        summary.add(desk.last());

        assertThat(summary.lines()).contains("  without a price, and not in the sum: 1 aborted");
        assertThat(summary.lines()).anyMatch(line -> line.matches("  all +1 +0 +0/0/0"));
    }

    private void stream(String body, Consumer<Tap> end) {
        Desk.Sending call = desk.messages(ASK);
        Next next = call.arrival(200, "text/event-stream");
        Tap tap = ((Next.Deliver) next).tap();
        tap.pass(Chunk.of(body.getBytes(StandardCharsets.UTF_8)));
        end.accept(tap);
    }
}
