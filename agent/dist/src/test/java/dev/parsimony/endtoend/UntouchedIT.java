// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.simulator.http.Received;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jvm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nothing is to be changed, the bytes at the server are those without the agent: headers, order, everything. */
@ParameterizedClass
@MethodSource("dev.parsimony.endtoend.Surroundings#all")
class UntouchedIT {
    private static final String RULE = "rules: [{name: swap, then: {model: claude-haiku-4-5, max_tokens: 100}}]\n";
    private static final String NOTHING_TO_DO = """
            prompt_cache: {mode: off}
            stream_usage: off
            rules: [{name: never, when: {model: no-such-model}, then: {max_tokens: 1}}]
            """;
    private static Simulator simulator;
    private static Jvm.Run bare;
    private static List<String> bytes;

    @Parameter
    private Surroundings surroundings;

    @BeforeParameterizedClassInvocation
    static void callWithoutTheAgent(Surroundings surroundings) {
        simulator = Simulator.start();
        bare = Application.at(simulator, surroundings).call();
        bytes = received();
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mode: observe\n" + RULE, "kill_switch: on\n" + RULE, NOTHING_TO_DO})
    void sendsTheVerySameBytesForEveryKindOfCall(String settings) {
        simulator.reset();
        Jvm.Run run =
                Application.at(simulator, surroundings).withAgent(settings).call();

        assertThat(run.err()).contains("openai-java ", "anthropic-java ").contains(" instrumented");
        assertThat(received()).isEqualTo(bytes);
        assertThat(answers(run)).isEqualTo(answers(bare));
    }

    @Test
    void writesNothingToStandardOutput() {
        simulator.reset();
        Jvm.Run run =
                Application.at(simulator, surroundings).withAgent("debug: on\n").call();

        assertThat(run.err()).contains(" rewrites [");
        assertThat(run.out()).doesNotContain("parsimony");
    }

    /** What the application printed; ids and times of answers are the simulator's own and count up. */
    private static String answers(Jvm.Run run) {
        return Answers.withoutIds(run.out());
    }

    private static List<String> received() {
        List<String> all = new ArrayList<>();
        for (Received request : simulator.received()) {
            all.add(new String(request.head(), StandardCharsets.ISO_8859_1)
                    + new String(request.body(), StandardCharsets.UTF_8));
        }
        return all;
    }
}
