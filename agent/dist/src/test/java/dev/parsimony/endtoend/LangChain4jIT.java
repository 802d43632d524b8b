// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Chain;
import dev.parsimony.simulator.http.Fault;
import dev.parsimony.simulator.http.Received;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jdk;
import dev.parsimony.testkit.Jvm;
import dev.parsimony.testkit.OtlpReceiver;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** LangChain4j's models, over the HTTP client of its own. */
class LangChain4jIT {
    private static final String REUSE = "rules: [{name: reuse, then: {cache: {ttl: 10m, scope: shared}}}]\n";
    private static final String CAP =
            "rules: [{name: cap, unless: {operation: embeddings}, then: {max_tokens: 100}}]\n";
    private static final String NOTHING_TO_DO = "prompt_cache: {mode: off}\nstream_usage: off\n";

    private final Simulator simulator = Simulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    /** The oldest is 1.0.0, when Anthropic's models were still to come. */
    static Stream<Surroundings> surroundings() {
        return Stream.of(Surroundings.usual(), new Surroundings(Jdk.current(), Surroundings.Sdks.OLDEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mode: observe\n" + CAP, "kill_switch: on\n" + CAP, NOTHING_TO_DO})
    void sendsTheVerySameBytesWhereNothingIsToBeChanged(String settings) {
        String bare = run(Application.at(simulator), Chain.values());
        List<String> bytes = received();
        simulator.reset();

        String run = run(Application.at(simulator).withAgent(settings), Chain.values());

        assertThat(received()).isEqualTo(bytes);
        assertThat(Answers.withoutIds(run)).isEqualTo(Answers.withoutIds(bare));
    }

    @ParameterizedTest
    @MethodSource("surroundings")
    void givesTheStoredAnswerEventForEventWithoutAnotherCall(Surroundings surroundings) {
        Chain[] twice = Stream.of(chains(surroundings))
                .flatMap(chain -> Stream.of(chain, chain))
                .toArray(Chain[]::new);

        List<String> answers = run(Application.at(simulator, surroundings).withAgent(REUSE), twice)
                .lines()
                .toList();

        assertThat(simulator.received()).hasSize(twice.length / 2);
        for (int i = 0; i < answers.size(); i += 2) {
            assertThat(answers.get(i + 1)).isEqualTo(answers.get(i)).doesNotContain("threw");
        }
    }

    @Test
    void sendsTheCapThatARuleAsksFor() {
        Chain[] chats = Stream.of(Chain.values())
                .filter(chain -> !chain.name().endsWith("EMBEDDING"))
                .toArray(Chain[]::new);

        run(Application.at(simulator).withAgent(CAP), chats);

        assertThat(simulator.received())
                .hasSize(chats.length)
                .allSatisfy(request ->
                        assertThat(request.bodyText()).containsPattern("(?i)max_?[a-z_]*tokens\"\\s*:\\s*100\\b"));
    }

    @ParameterizedTest
    @EnumSource(names = ".*_EMBEDDING", mode = EnumSource.Mode.MATCH_NONE)
    void sendsAgainAsWrittenWhatTheProviderRefuses(Chain chain) {
        String bare = run(Application.at(simulator), chain);
        List<byte[]> written = simulator.received().stream().map(Received::body).toList();
        simulator.reset();
        simulator.faults().refuseChanged(400, written);

        String run = run(Application.at(simulator).withAgent(CAP), chain);

        assertThat(Answers.withoutIds(run)).isEqualTo(Answers.withoutIds(bare));
        assertThat(simulator.received()).hasSize(2);
    }

    @Test
    void sendsToTheModelThatARuleNamesWhereItStandsInThePath() {
        String rule = "rules: [{name: lite, then: {model: gemini-2.5-flash-lite}}]\n";

        String run = run(Application.at(simulator).withAgent(rule), Chain.GEMINI_CHAT, Chain.GEMINI_STREAM);

        assertThat(run).doesNotContain("threw");
        assertThat(simulator.received())
                .extracting(Received::path)
                .hasSize(2)
                .allMatch(path -> path.startsWith("/v1beta/models/gemini-2.5-flash-lite:"));
    }

    @Test
    void throwsWhatItWouldHaveThrown() {
        simulator.faults().add(Fault.always(Fault.Effect.status(401)));

        String bare = run(Application.at(simulator), Chain.values());
        String run = run(Application.at(simulator).withAgent(REUSE), Chain.values());

        assertThat(run.lines()).hasSize(Chain.values().length).allMatch(line -> line.contains("threw"));
        assertThat(Answers.withoutIds(run)).isEqualTo(Answers.withoutIds(bare));
    }

    @Test
    void tellsEachCallInOneSpanWithItsCost() {
        try (OtlpReceiver collector = OtlpReceiver.start()) {
            run(Application.at(simulator).withAgent("").tellingTo(collector.endpoint()), Chain.values());

            assertThat(collector.spans()).hasSize(Chain.values().length);
            assertThat(collector.spans())
                    .map(Span::getName)
                    .allSatisfy(name -> assertThat(name)
                            .isIn(
                                    "chat gpt-4.1",
                                    "chat claude-sonnet-4-5",
                                    "chat gemini-2.5-flash",
                                    "embeddings text-embedding-3-small",
                                    "embeddings gemini-embedding-2"));
            assertThat(collector.spans()).map(Attributes::of).allSatisfy(attributes -> {
                assertThat(attributes).containsKeys("parsimony.cost.amount", "gen_ai.usage.input_tokens");
                assertThat(attributes.get("parsimony.call_site")).startsWith("com.acme.caller.Chain.");
            });
        }
    }

    @Test
    void saysWhatItFound() {
        Jvm.Run run = Application.at(simulator).withAgent("").run(Chain.class, Chain.OPENAI_CHAT.name());

        assertThat(run.err()).contains("langchain4j-http-client-jdk").contains("instrumented");
    }

    private static Chain[] chains(Surroundings surroundings) {
        return Stream.of(Chain.values())
                .filter(chain -> surroundings.sdks() == Surroundings.Sdks.NEWEST
                        || chain.name().startsWith("OPENAI"))
                .toArray(Chain[]::new);
    }

    private static String run(Application application, Chain... chains) {
        return application
                .run(Chain.class, Stream.of(chains).map(Chain::name).toArray(String[]::new))
                .out();
    }

    private List<String> received() {
        return simulator.received().stream()
                .map(request -> new String(request.head(), StandardCharsets.ISO_8859_1) + request.bodyText())
                .toList();
    }
}
