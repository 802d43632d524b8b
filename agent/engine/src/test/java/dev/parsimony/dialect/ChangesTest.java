// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What holds for every change of every request: valid JSON, the change that was asked for, and nothing else. */
class ChangesTest {
    private static final JsonMapper JACKSON = new JsonMapper();

    /** A request and the API it is of. */
    record Case(String dialect, byte[] body) {
        Lens lens() {
            return Samples.lens(dialect, body);
        }

        JsonNode tree() {
            return JACKSON.readTree(body);
        }

        @Override
        public String toString() {
            return dialect + " " + new String(body, StandardCharsets.UTF_8).replaceAll("\\s+", " ");
        }
    }

    /** The sample requests with top-level members dropped at random, and written with other white space. */
    static Stream<Case> requests() {
        List<Case> cases = new ArrayList<>();
        Random random = new Random(11);
        for (String name : List.of("openai.chat", "openai.responses", "anthropic.messages")) {
            byte[] sample = Samples.body(name.substring(name.indexOf('.') + 1) + "-request.json");
            cases.add(new Case(name, sample));
            for (int i = 0; i < 60; i++) {
                ObjectNode tree = (ObjectNode) JACKSON.readTree(sample);
                for (String field : List.copyOf(tree.propertyNames())) {
                    if (!field.equals("model") && random.nextInt(3) == 0) {
                        tree.remove(field);
                    }
                }
                cases.add(new Case(name, random.nextBoolean() ? pretty(tree) : JACKSON.writeValueAsBytes(tree)));
            }
        }
        return cases.stream();
    }

    private static byte[] pretty(JsonNode tree) {
        return tree.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void anotherModelChangesTheModelAndTheCapsName(Case request) {
        for (String model : List.of("gpt-4o-mini", "gpt-5-mini", "claude-haiku-4-5", "new \"model\"")) {
            byte[] changed = made(request, request.lens().withModel(model));
            ObjectNode expected = (ObjectNode) request.tree();
            if (changed != request.body) {
                expected.put("model", model);
                if (model.startsWith("gpt-5") && expected.has("max_tokens") && request.dialect.equals("openai.chat")) {
                    expected.set("max_completion_tokens", expected.remove("max_tokens"));
                }
            }
            assertThat(JACKSON.readTree(changed)).isEqualTo(expected);
            assertRestUntouched(request.body, changed, "model", "max_tokens", "max_completion_tokens");
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aCapIsLoweredAndNeverRaised(Case request) {
        for (long cap : new long[] {16, 799, 800, 2049, 100_000}) {
            Change change = request.lens().withCap(cap, request.lens().model());
            byte[] changed = made(request, change);
            Lens after = Samples.lens(request.dialect, changed);

            if (change instanceof Change.Make) {
                assertThat(after.cap().orElseThrow())
                        .isEqualTo(Math.min(cap, request.lens().cap().orElse(cap)));
            }
            assertThat(after.cap().orElse(Long.MAX_VALUE))
                    .isGreaterThan(after.thinkingBudget().orElse(0));
            assertRestUntouched(request.body, changed, "max_tokens", "max_completion_tokens", "max_output_tokens");
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void usageIsAskedForOnceAndBesideWhatTheApplicationAskedFor(Case request) {
        byte[] changed = made(request, request.lens().withStreamUsage());
        Lens after = Samples.lens(request.dialect, changed);

        assertThat(made(new Case(request.dialect, changed), after.withStreamUsage()))
                .isSameAs(changed);
        assertRestUntouched(request.body, changed, "stream_options");
        if (changed != request.body) {
            JsonNode options = JACKSON.readTree(changed).get("stream_options");
            assertThat(options.get("include_usage").asBoolean()).isTrue();
            assertThat(options.size())
                    .isEqualTo(1 + request.tree().path("stream_options").size());
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aMarkIsTheOnlyThingAddedToItsBlock(Case request) {
        List<Block> blocks = request.lens().blocks();
        for (int i = 0; i < blocks.size(); i++) {
            byte[] changed = made(request, request.lens().withMark(blocks.get(i), false));
            if (changed != request.body) {
                Lens after = Samples.lens(request.dialect, changed);
                assertThat(after.blocks()).hasSameSizeAs(blocks);
                assertThat(after.blocks().get(i).marked()).isTrue();
                assertThat(after.marksBesideTheAnswer())
                        .hasSize(request.lens().marksBesideTheAnswer().size() + 1);
                assertThat(after.systemText()).isEqualTo(request.lens().systemText());
                assertThat(after.firstUserText()).isEqualTo(request.lens().firstUserText());
                assertThat(after.lastUserText()).isEqualTo(request.lens().lastUserText());
                assertThat(blocks.get(i).markable()).isTrue();
            }
        }
    }

    @Test
    void someOfTheRequestsAreChangedBySomeOfTheChanges() {
        List<Case> cases = requests().toList();

        assertThat(cases).anyMatch(c -> made(c, c.lens().withModel("gpt-4o-mini")) != c.body);
        assertThat(cases).anyMatch(c -> made(c, c.lens().withStreamUsage()) != c.body);
        assertThat(cases)
                .anyMatch(c -> c.lens().blocks().stream()
                        .anyMatch(block -> made(c, c.lens().withMark(block, true)) != c.body));
    }

    /** Every top-level member but these is there byte for byte, in its order. */
    private static void assertRestUntouched(byte[] before, byte[] after, String... but) {
        assertThat(members(after, List.of(but))).isEqualTo(members(before, List.of(but)));
    }

    private static List<String> members(byte[] body, List<String> but) {
        return Json.read(body).orElseThrow().root().children().stream()
                .filter(member -> !but.contains(member.name()))
                .map(ChangesTest::written)
                .toList();
    }

    private static String written(Node member) {
        byte[] bytes = member.json().bytes();
        return new String(bytes, member.nameStart(), member.end() - member.nameStart(), StandardCharsets.UTF_8);
    }

    private static byte[] made(Case request, Change change) {
        return change instanceof Change.Make make ? make.edits().apply(request.body) : request.body;
    }
}
