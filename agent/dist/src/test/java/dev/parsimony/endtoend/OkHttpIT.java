// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Kind;
import com.acme.caller.OkHttpPost;
import dev.parsimony.simulator.http.Fault;
import dev.parsimony.simulator.http.Received;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.OtlpReceiver;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls written by hand over OkHttp: each way of making them, with and without a stream, each call twice. */
class OkHttpIT {
    private static final String REUSE = "rules: [{name: reuse, then: {cache: {ttl: 10m, scope: shared}}}]\n";
    private static final String CAP = "rules: [{name: cap, then: {max_tokens: 100}}]\n";
    private static final int TO_MODELS = 4;
    /** Each of them twice in three ways, the streams among them in a fourth. */
    private static final int CALLS = 2 * (3 * TO_MODELS + 2);

    private final Simulator simulator = Simulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource
    void sendsTheVerySameBytesWhereItObserves(OkHttpVersion version) {
        sendsTheVerySameBytes(version, "mode: observe\n" + CAP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill_switch: on\n" + CAP, "prompt_cache: {mode: off}\nstream_usage: off\n"})
    void sendsTheVerySameBytesWhereNothingIsToBeChanged(String settings) {
        sendsTheVerySameBytes(OkHttpVersion.USUAL, settings);
    }

    private void sendsTheVerySameBytes(OkHttpVersion version, String settings) {
        String bare = run(version.at(simulator), OkHttpPost.values());
        List<String> bytes = received();
        simulator.reset();

        String run = run(version.at(simulator).withAgent(settings), OkHttpPost.values());

        assertThat(received()).isEqualTo(bytes);
        assertThat(Answers.withoutIds(run)).isEqualTo(Answers.withoutIds(bare));
    }

    @ParameterizedTest
    @EnumSource
    void givesTheStoredAnswerByteForByteWithoutAnotherCall(OkHttpVersion version) {
        List<String> answers = run(version.at(simulator).withAgent(REUSE), OkHttpPost.values())
                .lines()
                .filter(line -> !line.contains("ELSEWHERE"))
                .toList();

        // each way after the first finds what the first has stored
        assertThat(toModels()).hasSize(TO_MODELS);
        for (int i = 0; i < answers.size(); i += 2) {
            assertThat(answers.get(i + 1)).isEqualTo(answers.get(i)).doesNotContain("threw");
        }
    }

    @ParameterizedTest
    @EnumSource
    void sendsTheCapThatARuleAsksForWhicheverWayACallIsMade(OkHttpVersion version) {
        run(version.at(simulator).withAgent(CAP), OkHttpPost.values());

        assertThat(toModels())
                .hasSize(CALLS)
                .allSatisfy(
                        request -> assertThat(request.bodyText()).containsPattern("max_[a-z_]*tokens\":\\s*100\\b"));
    }

    @Test
    void sendsAgainAsWrittenWhatTheProviderRefuses() {
        String bare = run(Application.at(simulator), OkHttpPost.values());
        List<byte[]> written = simulator.received().stream().map(Received::body).toList();
        simulator.reset();
        simulator.faults().refuseChanged(400, written);

        String run = run(Application.at(simulator).withAgent(CAP), OkHttpPost.values());

        assertThat(Answers.withoutIds(run)).isEqualTo(Answers.withoutIds(bare));
        assertThat(toModels()).hasSizeGreaterThan(CALLS);
    }

    @Test
    void failsAsItWouldHaveFailed() {
        simulator.faults().add(Fault.always(new Fault.Disconnect()));
        String bare = run(Application.at(simulator), OkHttpPost.values());
        String run = run(Application.at(simulator).withAgent(REUSE), OkHttpPost.values());

        assertThat(run).contains("threw");
        assertThat(run).isEqualTo(bare);
    }

    @Test
    void tellsEachCallInOneSpanWithItsCostAndItsCaller() {
        try (OtlpReceiver collector = OtlpReceiver.start()) {
            run(Application.at(simulator).withAgent("").tellingTo(collector.endpoint()), OkHttpPost.values());

            assertThat(collector.spans()).hasSize(CALLS);
            assertThat(collector.spans())
                    .extracting(Span::getName)
                    .containsOnly("chat gpt-4.1", "chat claude-sonnet-4-5");
            assertThat(collector.spans()).map(Attributes::of).allSatisfy(attributes -> {
                assertThat(attributes).containsKeys("parsimony.cost.amount", "gen_ai.usage.input_tokens");
                assertThat(attributes.get("parsimony.call_site")).startsWith("com.acme.caller.OkHttpPost.");
            });
        }
    }

    @Test
    void leavesToAnSdkWhatTheSdkSends() {
        try (OtlpReceiver collector = OtlpReceiver.start()) {
            Kind[] kinds = {
                Kind.OPENAI_CHAT, Kind.OPENAI_CHAT_ASYNC, Kind.OPENAI_CHAT_STREAM, Kind.ANTHROPIC_MESSAGE_ASYNC
            };
            Application.at(simulator)
                    .withAgent("debug: on\n")
                    .tellingTo(collector.endpoint())
                    .call(kinds);

            assertThat(collector.spans()).hasSize(kinds.length);
        }
    }

    private static String run(Application application, OkHttpPost... ways) {
        return application
                .run(OkHttpPost.class, Stream.of(ways).map(OkHttpPost::name).toArray(String[]::new))
                .out();
    }

    private List<Received> toModels() {
        return simulator.received().stream()
                .filter(request -> !request.path().endsWith("/orders"))
                .toList();
    }

    private List<String> received() {
        return simulator.received().stream()
                .map(request -> new String(request.head(), StandardCharsets.ISO_8859_1) + request.bodyText())
                .toList();
    }
}
