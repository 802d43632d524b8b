// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.ApachePost;
import dev.parsimony.simulator.http.Fault;
import dev.parsimony.simulator.http.Received;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.OtlpReceiver;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls written by hand over the classic Apache HttpClient, each twice. */
class ApacheHttpIT {
    private static final String REUSE = "rules: [{name: reuse, then: {cache: {ttl: 10m, scope: shared}}}]\n";
    private static final String CAP = "rules: [{name: cap, then: {max_tokens: 100}}]\n";
    private static final String OLDEST = "httpclient-5.1";
    private static final int TO_MODELS = 4;
    private static final int CALLS = 2 * TO_MODELS * ApachePost.values().length;

    private final Simulator simulator = Simulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mode: observe\n" + CAP,
                "kill_switch: on\n" + CAP,
                "prompt_cache: {mode: off}\nstream_usage: off\n"
            })
    void sendsTheVerySameBytesWhereNothingIsToBeChanged(String settings) {
        String bare = run(Application.at(simulator));
        List<String> bytes = received();
        simulator.reset();

        String run = run(Application.at(simulator).withAgent(settings));

        assertThat(received()).isEqualTo(bytes);
        assertThat(Answers.withoutIds(run)).isEqualTo(Answers.withoutIds(bare));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", OLDEST})
    void givesTheStoredAnswerByteForByteWithoutAnotherCall(String version) {
        List<String> answers = run(at(version).withAgent(REUSE))
                .lines()
                .filter(line -> !line.contains("ELSEWHERE"))
                .toList();

        assertThat(toModels()).hasSize(TO_MODELS);
        for (int i = 0; i < answers.size(); i += 2) {
            assertThat(answers.get(i + 1)).isEqualTo(answers.get(i)).doesNotContain("threw");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", OLDEST})
    void sendsTheCapThatARuleAsksForAndAsWrittenWhatIsRefused(String version) {
        String bare = run(at(version));
        List<byte[]> written = simulator.received().stream().map(Received::body).toList();
        simulator.reset();
        run(at(version).withAgent(CAP));

        assertThat(toModels())
                .hasSize(CALLS)
                .allSatisfy(
                        request -> assertThat(request.bodyText()).containsPattern("max_[a-z_]*tokens\":\\s*100\\b"));

        simulator.reset();
        simulator.faults().refuseChanged(400, written);
        String run = run(at(version).withAgent(CAP));

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
            assertThat(collector.spans()).map(Attributes::of).allSatisfy(attributes -> {
                assertThat(attributes).containsKeys("parsimony.cost.amount", "gen_ai.usage.input_tokens");
                assertThat(attributes.get("parsimony.call_site")).startsWith("com.acme.caller.ApachePost.");
            });
        }
    }

    private Application at(String version) {
        Application application = Application.at(simulator);
        return version.isEmpty() ? application : application.withLibraries(version);
    }

    private static String run(Application application) {
        return application
                .run(
                        ApachePost.class,
                        Stream.of(ApachePost.values()).map(ApachePost::name).toArray(String[]::new))
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
