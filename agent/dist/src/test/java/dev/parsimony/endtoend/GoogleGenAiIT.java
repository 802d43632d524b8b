// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Gemini;
import dev.parsimony.simulator.http.Fault;
import dev.parsimony.simulator.http.Received;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jvm;
import dev.parsimony.testkit.OtlpReceiver;
import dev.parsimony.testkit.Variants;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Google's own SDK. */
class GoogleGenAiIT {
    private static final String REUSE = "rules: [{name: reuse, then: {cache: {ttl: 10m, scope: shared}}}]\n";
    private static final String CAP =
            "rules: [{name: cap, unless: {operation: embeddings}, then: {max_tokens: 100}}]\n";
    private static final Gemini[] CHATS =
            Stream.of(Gemini.values()).filter(each -> each != Gemini.EMBEDDING).toArray(Gemini[]::new);

    private final Simulator simulator = Simulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    /** The oldest is 1.8.0, the first that sends with OkHttp. */
    static Stream<Surroundings> surroundings() {
        return Variants.of(Stream.of(Surroundings.usual()), Stream.of(Surroundings.old()));
    }

    private static Stream<Gemini> known(Surroundings surroundings) {
        return Stream.of(Gemini.values())
                .filter(each -> surroundings.sdks() == Surroundings.Sdks.NEWEST || each != Gemini.EXTRA);
    }

    @Test
    void sendsTheVerySameBytesWhereNothingIsToBeChanged() {
        String bare = run(Application.at(simulator), Gemini.values());
        List<String> bytes = received();
        for (String settings : List.of("mode: observe\n" + CAP, "kill_switch: on\n" + CAP)) {
            simulator.reset();

            String run = run(Application.at(simulator).withAgent(settings), Gemini.values());

            assertThat(received()).as(settings).isEqualTo(bytes);
            assertThat(run).isEqualTo(bare).doesNotContain("threw");
        }
    }

    @ParameterizedTest
    @MethodSource("surroundings")
    void givesTheStoredAnswerEventForEventWithoutAnotherCall(Surroundings surroundings) {
        Gemini[] twice =
                known(surroundings).flatMap(each -> Stream.of(each, each)).toArray(Gemini[]::new);

        List<String> answers = run(Application.at(simulator, surroundings).withAgent(REUSE), twice)
                .lines()
                .toList();

        assertThat(simulator.received()).hasSize(twice.length / 2);
        for (int i = 0; i < answers.size(); i += 2) {
            assertThat(answers.get(i + 1)).isEqualTo(answers.get(i)).doesNotContain("threw");
        }
    }

    @ParameterizedTest
    @MethodSource("surroundings")
    void sendsTheCapAndTheModelThatRulesAskFor(Surroundings surroundings) {
        String rules = "rules: [{name: lite, unless: {operation: embeddings},"
                + " then: {max_tokens: 100, model: gemini-2.5-flash-lite}}]\n";
        Gemini[] chats =
                known(surroundings).filter(each -> each != Gemini.EMBEDDING).toArray(Gemini[]::new);

        Jvm.Run run = Application.at(simulator, surroundings).withAgent(rules).run(Gemini.class, names(chats));

        assertThat(run.out()).doesNotContain("threw");
        assertThat(run.err()).contains("google-genai").contains("instrumented");
        assertThat(simulator.received()).hasSize(chats.length).allSatisfy(request -> {
            assertThat(request.path()).startsWith("/v1beta/models/gemini-2.5-flash-lite:");
            assertThat(request.bodyText()).contains("\"maxOutputTokens\":100");
        });
    }

    @Test
    void sendsAgainAsWrittenWhatTheProviderRefuses() {
        String bare = run(Application.at(simulator), CHATS);
        List<String> written = received();
        simulator.reset();
        String unknown = "rules: [{name: other, then: {model: gemini-of-tomorrow}}]\n";

        String run = run(Application.at(simulator).withAgent(unknown), CHATS);

        assertThat(run).isEqualTo(bare);
        assertThat(received()).hasSize(2 * CHATS.length);
        assertThat(received().stream().filter(request -> !request.contains("gemini-of-tomorrow")))
                .isEqualTo(written);
    }

    @Test
    void throwsWhatItWouldHaveThrown() {
        simulator.faults().add(Fault.always(Fault.Effect.status(401)));

        String bare = run(Application.at(simulator), Gemini.values());
        String run = run(Application.at(simulator).withAgent(REUSE), Gemini.values());

        assertThat(run.lines()).hasSize(Gemini.values().length).allMatch(line -> line.contains("threw"));
        assertThat(run).isEqualTo(bare);
    }

    @Test
    void tellsEachCallInOneSpanWithItsCostWhateverIsTriedBelow() {
        simulator.faults().add(Fault.next(Fault.Effect.status(429)));
        try (OtlpReceiver collector = OtlpReceiver.start()) {
            run(Application.at(simulator).withAgent("").tellingTo(collector.endpoint()), Gemini.values());

            assertThat(simulator.received()).hasSize(Gemini.values().length + 1);
            assertThat(collector.spans()).hasSize(Gemini.values().length);
            assertThat(collector.spans())
                    .map(Span::getName)
                    .contains("chat gemini-2.5-flash", "chat gemini-3.5-flash", "embeddings gemini-embedding-2");
            assertThat(collector.spans()).map(Attributes::of).allSatisfy(attributes -> {
                assertThat(attributes).containsKeys("parsimony.cost.amount", "gen_ai.usage.input_tokens");
                assertThat(attributes).containsEntry("gen_ai.provider.name", "gcp.gemini");
                assertThat(attributes.get("parsimony.call_site")).startsWith("com.acme.caller.Gemini");
            });
        }
    }

    private static String run(Application application, Gemini... calls) {
        return application.run(Gemini.class, names(calls)).out();
    }

    private static String[] names(Gemini... calls) {
        return Stream.of(calls).map(Gemini::name).toArray(String[]::new);
    }

    private List<String> received() {
        return simulator.received().stream().map(GoogleGenAiIT::written).toList();
    }

    private static String written(Received request) {
        return new String(request.head(), StandardCharsets.ISO_8859_1) + request.bodyText();
    }
}
