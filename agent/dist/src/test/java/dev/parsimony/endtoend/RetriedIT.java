// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Kind;
import dev.parsimony.simulator.http.Fault;
import dev.parsimony.simulator.http.Received;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.OtlpReceiver;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The SDK's own retries happen below Parsimony. */
class RetriedIT {
    private static final String CAP = "rules: [{name: cap, then: {max_tokens: 100}}]\n";
    private static final Kind[] KINDS = {
        Kind.OPENAI_CHAT, Kind.OPENAI_CHAT_ASYNC, Kind.ANTHROPIC_MESSAGE, Kind.ANTHROPIC_MESSAGE_ASYNC
    };

    @Test
    void makeOneCallOfAFailureAndASuccessAndKeepTheRewrite() {
        AtomicInteger sent = new AtomicInteger();
        try (Simulator simulator = Simulator.start();
                OtlpReceiver collector = OtlpReceiver.start()) {
            simulator
                    .faults()
                    .add(Fault.always(Fault.Effect.status(500)).when(request -> sent.getAndIncrement() % 2 == 0));

            Application.at(simulator)
                    .withAgent(CAP)
                    .tellingTo(collector.endpoint())
                    .call(KINDS);

            assertThat(simulator.received()).hasSize(2 * KINDS.length);
            assertThat(simulator.received()).extracting(Received::bodyText).allMatch(body -> body.contains(":100"));
            assertThat(collector.spans()).hasSize(KINDS.length);
            assertThat(collector.spans())
                    .map(Attributes::of)
                    .allSatisfy(attributes ->
                            assertThat(attributes).doesNotContainKeys("error.type", "parsimony.attempts"));
        }
    }
}
