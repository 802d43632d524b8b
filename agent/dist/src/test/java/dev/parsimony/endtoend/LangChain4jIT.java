// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Chain;
import dev.parsimony.simulator.http.Fault;
import dev.parsimony.simulator.http.Received;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jvm;
import dev.parsimony.testkit.OtlpReceiver;
import dev.parsimony.testkit.Variants;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** LangChain4j's models, over the HTTP client of its own. */
class LangChain4jIT {
    private static final String REUSE = "rules: [{name: reuse, then: {cache: {ttl: 10m, scope: shared}}}]\n";
    private static final String CAP =
            "rules: [{name: cap, unless: {operation: embeddings}, then: {max_tokens: 100}}]\n";
    private static final String NOTHING_TO_DO = "prompt_cache: {mode: off}\nstream_usage: off\n";

    private static final Pattern CAPPED =
            Pattern.compile("(max_[a-z_]*tokens|maxOutputTokens|num_predict)\"\\s*:\\s*100\\b");

    private final Simulator simulator = Simulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    /** The oldest is 1.0.0, when Anthropic's models were still to come. */
    static Stream<Surroundings> surroundings() {
        return Variants.of(Stream.of(Surroundings.usual()), Stream.of(Surroundings.old()));
    }

    @Test
    void sendsTheVerySameBytesWhereNothingIsToBeChanged() {
        String bare = run(Application.at(simulator), Chain.values());
        List<String> bytes = received();
        for (String settings : List.of("mode: observe\n" + CAP, "kill_switch: on\n" + CAP, NOTHING_TO_DO)) {
            simulator.reset();

            String run = run(Application.at(simulator).withAgent(settings), Chain.values());

            assertThat(received()).as(settings).isEqualTo(bytes);
            assertThat(Answers.withoutIds(run)).isEqualTo(Answers.withoutIds(bare));
        }
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
        run(Application.at(simulator).withAgent(CAP), withOutput());

        assertThat(simulator.received()).hasSize(withOutput().length);
        assertThat(simulator.received()).extracting(Received::bodyText).allMatch(LangChain4jIT::isCapped);
    }

    @Test
    void sendsAgainAsWrittenWhatTheProviderRefuses() {
        String bare = run(Application.at(simulator), withOutput());
        List<byte[]> written = simulator.received().stream().map(Received::body).toList();
        simulator.reset();
        simulator.faults().refuseChanged(400, written);

        String run = run(Application.at(simulator).withAgent(CAP), withOutput());

        assertThat(Answers.withoutIds(run)).isEqualTo(Answers.withoutIds(bare));
        assertThat(simulator.received()).hasSize(2 * withOutput().length);
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

        assertThat(run.lines()).allMatch(line -> line.contains("threw"));
        assertThat(Answers.withoutIds(run)).isEqualTo(Answers.withoutIds(bare));
    }

    @ParameterizedTest
    @MethodSource("surroundings")
    void makesOneCallOfAFailureAndASuccessAndKeepsTheRewrite(Surroundings surroundings) {
        Chain[] chains = retried(surroundings);
        Set<String> failed = ConcurrentHashMap.newKeySet();
        simulator.faults().add(Fault.always(Fault.Effect.status(500)).when(request -> failed.add(request.bodyText())));
        try (OtlpReceiver collector = OtlpReceiver.start()) {
            String run =
                    run(Application.at(simulator, surroundings).withAgent(CAP).tellingTo(collector.endpoint()), chains);

            assertThat(run).doesNotContain("threw");
            assertThat(simulator.received()).hasSize(2 * chains.length);
            assertThat(failed).filteredOn(LangChain4jIT::isCapped).hasSize((int)
                    Stream.of(chains).filter(LangChain4jIT::hasOutput).count());
            assertThat(collector.spans()).hasSize(chains.length);
            assertThat(collector.spans()).map(Attributes::of).allSatisfy(LangChain4jIT::isTold);
        }
    }

    @Test
    void saysWhatItFoundAndTellsEachCallInOneSpanWithItsCost() {
        try (OtlpReceiver collector = OtlpReceiver.start()) {
            Jvm.Run run = Application.at(simulator)
                    .withAgent("")
                    .tellingTo(collector.endpoint())
                    .run(Chain.class, names(Chain.values()));

            assertThat(run.err())
                    .containsPattern("langchain4j-http-client-jdk 1\\S+ \\(\\S+\\.jar\\) instrumented")
                    .containsPattern("langchain4j-core 1\\S+ \\(\\S+\\.jar\\) instrumented");
            assertThat(collector.spans()).hasSize(Chain.values().length);
            assertThat(collector.spans())
                    .map(Span::getName)
                    .allSatisfy(name -> assertThat(name).containsPattern("^(chat|embeddings|text_completion) [a-z]"));
            assertThat(collector.spans()).map(Attributes::of).allSatisfy(LangChain4jIT::isTold);
        }
    }

    /** With its tokens, and with its cost unless it ran on one's own machine. */
    private static void isTold(Map<String, String> attributes) {
        boolean own = attributes.get("gen_ai.provider.name").equals("ollama");
        assertThat(attributes)
                .containsKeys("gen_ai.usage.input_tokens", own ? "parsimony.cost.unknown" : "parsimony.cost.amount")
                .doesNotContainKeys("error.type", "parsimony.attempts");
        assertThat(attributes.get("parsimony.call_site")).startsWith("com.acme.caller.Chain.");
    }

    /** Whether a request has the cap that a rule asks for. */
    private static boolean isCapped(String body) {
        return CAPPED.matcher(body).find();
    }

    /** Each of another model, since what one refuses rests for that one. */
    private static Chain[] withOutput() {
        return Stream.of(Chain.values()).filter(LangChain4jIT::hasOutput).toArray(Chain[]::new);
    }

    private static boolean hasOutput(Chain chain) {
        return !chain.name().endsWith("EMBEDDING");
    }

    private static Chain[] retried(Surroundings surroundings) {
        return Stream.of(chains(surroundings))
                .filter(chain -> !chain.name().endsWith("STREAM"))
                .toArray(Chain[]::new);
    }

    private static Chain[] chains(Surroundings surroundings) {
        return Stream.of(Chain.values())
                .filter(chain -> surroundings.sdks() == Surroundings.Sdks.NEWEST
                        || chain.name().startsWith("OPENAI"))
                .toArray(Chain[]::new);
    }

    private static String run(Application application, Chain... chains) {
        return application.run(Chain.class, names(chains)).out();
    }

    private static String[] names(Chain... chains) {
        return Stream.of(chains).map(Chain::name).toArray(String[]::new);
    }

    private List<String> received() {
        return simulator.received().stream()
                .map(request -> new String(request.head(), StandardCharsets.ISO_8859_1) + request.bodyText())
                .toList();
    }
}
