// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.dialect.Dialects;
import dev.parsimony.evidence.CacheRules;
import dev.parsimony.evidence.Marker;
import dev.parsimony.evidence.Marks;
import dev.parsimony.evidence.Place;
import dev.parsimony.evidence.Sightings;
import dev.parsimony.evidence.Sizes;
import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Dialect;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Pepper;
import dev.parsimony.exchange.Plan;
import dev.parsimony.exchange.Plan.Choice;
import dev.parsimony.exchange.Plan.Marking;
import dev.parsimony.exchange.QuickHash;
import dev.parsimony.exchange.Usage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The commonest waste of all: a long system text with a clock in it, seen through the real APIs. */
class ClockInTheSystemTextTest {
    private static final String RULES =
            "Answer in short sentences, and never promise anything. ".repeat(60).trim();
    private static final Plan ON = new Plan(
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Choice<>(true, "rule")),
            new Choice<>(Marking.AUTO, ""),
            false,
            List.of("rule"));
    private static final Sizes SIZES = new Sizes() {
        @Override
        public Optional<CacheRules> rules(Place place) {
            return Optional.of(
                    new CacheRules(512, 0.1, List.of(new CacheRules.Life(Duration.ofMinutes(5), 1.25)), 4, false));
        }

        @Override
        public long tokens(String model, long bytes) {
            return bytes / 5;
        }
    };

    private final Pepper pepper = Pepper.of(new Random(1));
    private final Habits habits = new Habits(pepper, 1 << 20, () -> 0);
    private final Marker marker = new Marker(QuickHash.Key.of(new Random(1)), SIZES, new Sightings(1 << 20), () -> 0);

    @Test
    void becomesABlockOfItsOwnBehindAMarkAtAnthropic() {
        List<String> sent = send(
                "/v1/messages",
                "{\"model\":\"claude-haiku-4-5\",\"max_tokens\":9,\"system\":\"@\","
                        + "\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}");

        assertThat(sent.get(1)).contains("\"system\":\"You help.\\nCurrent time: 12:01\\n");
        assertThat(sent.get(2))
                .contains("\"system\":[{\"type\":\"text\",\"text\":\"You help.\\n" + RULES
                        + "\"},{\"type\":\"text\",\"text\":\"\\n\\nCurrent time: 12:02\"}]")
                .doesNotContain("cache_control");
        assertThat(sent.get(3))
                .contains(RULES
                        + "\",\"cache_control\":{\"type\":\"ephemeral\"}},{\"type\":\"text\",\"text\":\"\\n\\nCurrent"
                        + " time: 12:03\"}]");
    }

    @Test
    void becomesABlockOfItsOwnThoughItAlreadyStandsLastAtAnthropic() {
        List<String> sent = send(
                "/v1/messages",
                "{\"model\":\"claude-haiku-4-5\",\"max_tokens\":9,\"system\":[{\"type\":" + "\"text\",\"text\":\""
                        + RULES + "\\nTime: 12:0#\"}],\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}");

        assertThat(sent.get(3))
                .contains(
                        "\"system\":[{\"type\":\"text\",\"text\":\"" + RULES
                                + "\",\"cache_control\":{\"type\":\"ephemeral\"}},{\"type\":\"text\",\"text\":\"\\nTime: 12:03\"}]");
    }

    @Test
    void keepsItsBlockWhereTheApplicationMarkedIt() {
        List<String> sent = send(
                "/v1/messages",
                "{\"model\":\"claude-haiku-4-5\",\"max_tokens\":9,\"system\":[{\"type\":"
                        + "\"text\",\"text\":\"@\",\"cache_control\":{\"type\":\"ephemeral\"}}],\"messages\":[]}");

        assertThat(sent.get(3))
                .contains(RULES + "\\n\\nCurrent time: 12:03\",\"cache_control\":{\"type\":\"ephemeral\"}}]")
                .containsOnlyOnce("cache_control");
    }

    @Test
    void goesBehindInOneTextAtOpenAi() {
        List<String> sent = send(
                "/v1/chat/completions",
                "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"system\",\"content\":"
                        + "\"@\"},{\"role\":\"user\",\"content\":\"hello\"}]}");

        assertThat(sent.get(3)).contains("\"content\":\"You help.\\n" + RULES + "\\n\\nCurrent time: 12:03\"}");
    }

    private List<String> send(String path, String body) {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String filled = body.replace("@", "You help.\\nCurrent time: 12:0#\\n" + RULES)
                    .replace("#", "" + i);
            sent.add(send(path, filled.getBytes(StandardCharsets.UTF_8)));
        }
        return sent;
    }

    private String send(String path, byte[] written) {
        byte[] bytes = written;
        for (Step step : Rewriting.steps(habits)) {
            Change change = step.change(lens(path, bytes), ON, new Site("com.acme.Desk.ask", path, "m"));
            bytes = ((Change.Make) change).edits().apply(bytes);
        }
        Lens lens = lens(path, bytes);
        Place place = Place.of(pepper, "key", Address.unknown(), lens.model());
        Marks marks = marker.mark(lens, place, "com.acme.Desk.ask", Marking.AUTO, true);
        marks.course().begun();
        marks.course().ended(Usage.text(2_000, 0, 0, 0, 1, 0)); // on credit for what was counted
        return new String(marks.edits().apply(bytes), StandardCharsets.UTF_8);
    }

    private static Lens lens(String path, byte[] body) {
        Dialect dialect = Dialects.of(path).orElseThrow();
        return dialect.lens(path, Json.read(body).orElseThrow());
    }
}
