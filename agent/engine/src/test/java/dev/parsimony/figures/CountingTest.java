// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.TokenKind;
import dev.parsimony.exchange.Usage;
import dev.parsimony.figures.Spoken.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What holds of counts whatever they are: for each call of the vectors with random ones. */
class CountingTest {
    private static final int ROUNDS = 20;
    private static final int MOST = 400_000;

    /** One call of each API and host. */
    static final List<Vector> CALLS = List.copyOf(Vector.all().stream()
            .collect(Collectors.toMap(
                    vector -> vector.api() + vector.host(),
                    vector -> vector,
                    (first, later) -> first,
                    LinkedHashMap::new))
            .values());

    @ParameterizedTest
    @FieldSource("CALLS")
    void partsSumToTheWhole(Vector call) {
        random(call).forEach(vector -> {
            Usage read = new Heard(vector)
                    .whole(new Spoken(vector).whole())
                    .reported()
                    .orElseThrow();

            assertThat(read.totalInput()).isEqualTo(vector.usage().totalInput());
            assertThat(read.totalOutput()).isEqualTo(vector.usage().totalOutput());
            assertThat(read.tokens().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(read.totalInput() + read.totalOutput());
        });
    }

    @ParameterizedTest
    @FieldSource("CALLS")
    void plainAndStreamedAgree(Vector call) {
        random(call)
                .forEach(vector -> new Spoken(vector).stream().ifPresent(events -> {
                    Answer plain = new Heard(vector).whole(new Spoken(vector).whole());
                    Answer streamed = new Heard(vector).stream(events);

                    assertThat(streamed.usage()).isEqualTo(plain.usage());
                    assertThat(cost(vector, streamed)).isEqualTo(cost(vector, plain));
                }));
    }

    @ParameterizedTest
    @FieldSource("CALLS")
    void theOrderOfContentDoesNotMatter(Vector call) {
        Random chance = new Random(7);
        random(call)
                .forEach(vector -> new Spoken(vector).stream().ifPresent(events -> {
                    Answer inOrder = new Heard(vector).stream(events);
                    Answer shuffled = new Heard(vector).stream(shuffled(events, chance));

                    assertThat(shuffled.usage()).isEqualTo(inOrder.usage());
                    assertThat(shuffled.ending()).isEqualTo(inOrder.ending());
                }));
    }

    private static Cost cost(Vector vector, Answer answer) {
        return new Heard(vector).billed(answer);
    }

    /** Content in another order among itself; everything else stays where it was. */
    private static List<Event> shuffled(List<Event> events, Random chance) {
        List<Event> content =
                new ArrayList<>(events.stream().filter(Event::isContent).toList());
        Collections.shuffle(content, chance);
        return events.stream()
                .map(event -> event.isContent() ? content.remove(0) : event)
                .toList();
    }

    /** The call with random counts of the kinds that its API tells. */
    private static List<Vector> random(Vector call) {
        Random chance = new Random(42);
        return IntStream.range(0, ROUNDS)
                .mapToObj(round -> call.using(counts(kinds(call), chance)))
                .toList();
    }

    private static Usage counts(Set<TokenKind> kinds, Random chance) {
        Usage usage = Usage.NONE;
        for (TokenKind kind : kinds) {
            usage = usage.with(kind, 1 + chance.nextInt(MOST));
        }
        return usage;
    }

    private static Set<TokenKind> kinds(Vector call) {
        Set<TokenKind> text = Set.of(TokenKind.INPUT, TokenKind.OUTPUT);
        Set<TokenKind> cached = Set.of(TokenKind.INPUT, TokenKind.CACHE_READ, TokenKind.OUTPUT, TokenKind.REASONING);
        return switch (call.api()) {
            case "openai.chat", "openai.responses", "gemini.generate" -> cached;
            case "anthropic.messages", "bedrock.invoke.claude" ->
                Set.of(
                        TokenKind.INPUT,
                        TokenKind.CACHE_READ,
                        TokenKind.CACHE_WRITE,
                        TokenKind.CACHE_WRITE_LONG,
                        TokenKind.OUTPUT,
                        TokenKind.REASONING);
            case "bedrock.converse", "bedrock.invoke.nova" ->
                Set.of(TokenKind.INPUT, TokenKind.CACHE_READ, TokenKind.CACHE_WRITE, TokenKind.OUTPUT);
            case "cohere.chat", "ollama.chat", "mistral.fim" -> text;
            default -> Set.of(TokenKind.INPUT);
        };
    }
}
