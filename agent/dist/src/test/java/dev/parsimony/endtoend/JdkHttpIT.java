// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.JdkPost;
import dev.parsimony.simulator.http.Fault;
import dev.parsimony.simulator.http.Received;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jdk;
import dev.parsimony.testkit.OtlpReceiver;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls written by hand over the JDK's own client: each way of making them, with and without a stream, each call twice. */
class JdkHttpIT {
    private static final String REUSE = "rules: [{name: reuse, then: {cache: {ttl: 10m, scope: shared}}}]\n";
    private static final String CAP = "rules: [{name: cap, then: {max_tokens: 100}}]\n";
    private static final int TO_MODELS = 4;
    /** Each of them twice in five ways, the streams among them in a sixth. */
    private static final int CALLS = 2 * (5 * TO_MODELS + 2);

    private final Simulator simulator = Simulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    static Stream<Jdk> jdks() {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void sendsTheVerySameBytesWhereItObserves(Jdk jdk) {
        String bare = run(at(jdk));
        List<String> bytes = received();
        simulator.reset();

        String run = run(at(jdk).withAgent("mode: observe\n" + CAP));

        assertThat(received()).isEqualTo(bytes);
        assertThat(Answers.withoutIds(run)).isEqualTo(Answers.withoutIds(bare));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void givesTheStoredAnswerByteForByteWithoutAnotherCall(Jdk jdk) {
        checkThatTheFirstWayStoresForAll(run(at(jdk).withAgent(REUSE)));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void givesTheStoredAnswerForOneThatCameOverHttp2(Jdk jdk, @TempDir Path directory) throws Exception {
        try (Http2Relay relay = Http2Relay.to(simulator, directory)) {
            checkThatTheFirstWayStoresForAll(run(relay.before(at(jdk).withAgent(REUSE))));
        }
    }

    private void checkThatTheFirstWayStoresForAll(String run) {
        List<String> answers =
                run.lines().filter(line -> !line.contains("ELSEWHERE")).toList();

        assertThat(answers).hasSize(CALLS);
        assertThat(toModels()).hasSize(TO_MODELS);
        for (int i = 0; i < answers.size(); i += 2) {
            assertThat(answers.get(i + 1)).isEqualTo(answers.get(i)).doesNotContain("threw");
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void sendsTheCapThatARuleAsksForWhicheverWayACallIsMade(Jdk jdk) {
        run(at(jdk).withAgent(CAP));

        assertThat(toModels())
                .hasSize(CALLS)
                .allSatisfy(
                        request -> assertThat(request.bodyText()).containsPattern("max_[a-z_]*tokens\":\\s*100\\b"));
    }

    @Test
    void sendsAgainAsWrittenWhatTheProviderRefuses() {
        String bare = run(Application.at(simulator));
        List<byte[]> written = simulator.received().stream().map(Received::body).toList();
        simulator.reset();
        simulator.faults().refuseChanged(400, written);

        String run = run(Application.at(simulator).withAgent(CAP));

        assertThat(Answers.withoutIds(run)).isEqualTo(Answers.withoutIds(bare));
        assertThat(toModels()).hasSizeGreaterThan(CALLS);
    }

    @Test
    void failsAsItWouldHaveFailed() {
        simulator.faults().add(Fault.always(new Fault.Disconnect()));
        String bare = run(Application.at(simulator));
        String run = run(Application.at(simulator).withAgent(REUSE));

        assertThat(run).contains("threw");
        assertThat(run).isEqualTo(bare);
    }

    @Test
    void tellsEachCallInOneSpanWithItsCostAndItsCaller() {
        try (OtlpReceiver collector = OtlpReceiver.start()) {
            run(Application.at(simulator).withAgent("").tellingTo(collector.endpoint()));

            assertThat(collector.spans()).hasSize(CALLS);
            assertThat(collector.spans())
                    .extracting(Span::getName)
                    .containsOnly("chat gpt-4.1", "chat claude-sonnet-4-5");
            assertThat(collector.spans()).map(Attributes::of).allSatisfy(attributes -> {
                assertThat(attributes).containsKeys("parsimony.cost.amount", "gen_ai.usage.input_tokens");
                assertThat(attributes.get("parsimony.call_site")).startsWith("com.acme.caller.JdkPost.");
            });
        }
    }

    private Application at(Jdk jdk) {
        return Application.at(simulator, new Surroundings(jdk, Surroundings.Sdks.NEWEST));
    }

    private static String run(Application application) {
        return application
                .run(
                        JdkPost.class,
                        Stream.of(JdkPost.values()).map(JdkPost::name).toArray(String[]::new))
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
