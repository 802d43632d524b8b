// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.simulator.http.Fault;
import dev.parsimony.simulator.http.Received;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jvm;
import dev.parsimony.testkit.OtlpReceiver;
import dev.parsimony.testkit.Variants;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Spring AI's models, over Spring's clients or the providers' SDKs, each kind of call once. */
class SpringAiIT {
    private static final String REUSE = "rules: [{name: reuse, then: {cache: {ttl: 10m, scope: shared}}}]\n";
    private static final String CAP =
            "rules: [{name: cap, unless: {operation: embeddings}, then: {max_tokens: 100}}]\n";
    private static final Pattern CAPPED = Pattern.compile("(max_[a-z_]*tokens|num_predict)\"\\s*:\\s*100\\b");

    /** The lines of Spring AI, each with an application on it. */
    enum Line {
        /** On Spring 6.2; all calls go over Spring's clients, and two are made without Spring AI. */
        FIRST("spring-ai-1.0", Line.ONE),
        /** The same of 1.1. */
        SECOND("spring-ai-1.1", Line.ONE),
        /** On Spring 7; only Ollama's go over Spring's clients. */
        THIRD("spring-ai-2.0", Line.TWO);

        private static final String BOTH =
                "OPENAI_CHAT OPENAI_STREAM OPENAI_EMBEDDING ANTHROPIC_CHAT ANTHROPIC_STREAM ";
        private static final String ONE = BOTH + "TEMPLATE_CHAT WEB_CLIENT_STREAM";
        private static final String TWO = BOTH + "OLLAMA_CHAT OLLAMA_STREAM OLLAMA_EMBEDDING";

        private final String caller;
        private final String calls;

        Line(String caller, String calls) {
            this.caller = caller;
            this.calls = calls;
        }

        Application at(Simulator simulator) {
            return Application.ofCaller(simulator, caller);
        }

        /** The newer two, and in the matrix the first. */
        static Stream<Line> all() {
            return Variants.of(Stream.of(SECOND, THIRD), Stream.of(FIRST));
        }

        List<String> calls() {
            return List.of(calls.split(" "));
        }

        /** Those that Spring or an SDK makes again; no stream is, and no vector of Ollama's. */
        List<String> retried() {
            return calls().stream()
                    .filter(call -> !call.endsWith("STREAM") && !call.equals("OLLAMA_EMBEDDING"))
                    .toList();
        }
    }

    private final Simulator simulator = Simulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "FIRST")
    void sendsTheVerySameBytesWhereItObserves(Line line) {
        String bare = run(line.at(simulator), line.calls()).out();
        List<String> bytes = received();
        simulator.reset();

        String run = run(line.at(simulator).withAgent("mode: observe\n" + CAP), line.calls())
                .out();

        assertThat(received()).isEqualTo(bytes);
        assertThat(Answers.withoutIds(run)).isEqualTo(Answers.withoutIds(bare)).doesNotContain("threw");
    }

    @ParameterizedTest
    @MethodSource("dev.parsimony.endtoend.SpringAiIT$Line#all")
    void givesTheStoredAnswerEventForEventWithoutAnotherCall(Line line) {
        List<String> twice =
                line.calls().stream().flatMap(call -> Stream.of(call, call)).toList();

        List<String> answers =
                run(line.at(simulator).withAgent(REUSE), twice).out().lines().toList();

        assertThat(simulator.received()).hasSize(line.calls().size());
        for (int i = 0; i < answers.size(); i += 2) {
            assertThat(answers.get(i + 1)).isEqualTo(answers.get(i)).doesNotContain("threw");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parsimony.endtoend.SpringAiIT$Line#all")
    void makesOneSpanOfAFailureAndASuccessAndKeepsTheRewrite(Line line) {
        Set<String> failed = ConcurrentHashMap.newKeySet();
        simulator.faults().add(Fault.always(Fault.Effect.status(500)).when(request -> failed.add(request.bodyText())));
        try (OtlpReceiver collector = OtlpReceiver.start()) {
            Jvm.Run run = run(line.at(simulator).withAgent(CAP).tellingTo(collector.endpoint()), line.retried());

            assertThat(run.out()).doesNotContain("threw");
            assertThat(simulator.received()).hasSize(2 * line.retried().size());
            assertThat(failed).allMatch(body -> CAPPED.matcher(body).find() || body.contains("\"input\""));
            assertThat(collector.spans()).hasSize(line.retried().size());
            assertThat(collector.spans()).map(Attributes::of).allSatisfy(SpringAiIT::isTold);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "FIRST")
    void capsStreamsAndTellsEachInOneSpan(Line line) {
        List<String> streams =
                line.calls().stream().filter(call -> call.endsWith("STREAM")).toList();
        try (OtlpReceiver collector = OtlpReceiver.start()) {
            String run = run(line.at(simulator).withAgent(CAP).tellingTo(collector.endpoint()), streams)
                    .out();

            assertThat(run).doesNotContain("threw");
            assertThat(simulator.received())
                    .extracting(Received::bodyText)
                    .hasSize(streams.size())
                    .allMatch(body -> CAPPED.matcher(body).find());
            assertThat(collector.spans()).hasSize(streams.size());
            assertThat(collector.spans()).map(Attributes::of).allSatisfy(SpringAiIT::isTold);
        }
    }

    /** With its tokens, and with its cost unless it ran on one's own machine. */
    private static void isTold(Map<String, String> attributes) {
        boolean own = attributes.get("gen_ai.provider.name").equals("ollama");
        assertThat(attributes)
                .containsKeys("gen_ai.usage.input_tokens", own ? "parsimony.cost.unknown" : "parsimony.cost.amount")
                .doesNotContainKeys("error.type", "parsimony.attempts");
        assertThat(attributes.get("parsimony.call_site")).startsWith("com.acme.caller.Beans.");
    }

    private static Jvm.Run run(Application application, List<String> calls) {
        return application.run("com.acme.caller.Beans", calls.toArray(String[]::new));
    }

    private List<String> received() {
        return simulator.received().stream()
                .map(request -> new String(request.head(), StandardCharsets.ISO_8859_1) + request.bodyText())
                .toList();
    }
}
