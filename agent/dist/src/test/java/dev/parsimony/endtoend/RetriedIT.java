// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Kind;
import dev.parsimony.simulator.http.Fault;
import dev.parsimony.simulator.http.Received;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.OtlpReceiver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The SDK's own retries happen below Parsimony. */
class RetriedIT {
    private static final String CAP = "rules: [{name: cap, then: {max_tokens: 100}}]\n";

    @ParameterizedTest
    @EnumSource(names = {"OPENAI_CHAT", "OPENAI_CHAT_ASYNC", "ANTHROPIC_MESSAGE", "ANTHROPIC_MESSAGE_ASYNC"})
    void makeOneCallOfAFailureAndASuccessAndKeepTheRewrite(Kind kind) {
        try (Simulator simulator = Simulator.start();
                OtlpReceiver collector = OtlpReceiver.start()) {
            simulator.faults().add(Fault.next(Fault.Effect.status(500)));

            Application.at(simulator)
                    .withAgent(CAP)
                    .tellingTo(collector.endpoint())
                    .call(kind);

            assertThat(simulator.received()).hasSize(2);
            assertThat(simulator.received()).extracting(Received::bodyText).allMatch(body -> body.contains(":100"));
            assertThat(collector.spans()).hasSize(1);
            assertThat(Attributes.of(collector.spans().get(0))).doesNotContainKey("parsimony.attempts");
        }
    }
}
