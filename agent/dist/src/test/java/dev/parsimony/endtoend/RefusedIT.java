// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Kind;
import dev.parsimony.simulator.http.Received;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jvm;
import dev.parsimony.testkit.OtlpReceiver;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A provider that refuses every request that Parsimony changed. */
class RefusedIT {
    private static final String CHANGE_ALL = """
        rules:
          - {name: chat, when: {model: gpt-4.1}, then: {model: gpt-4.1-mini, max_tokens: 100}}
          - {name: messages, when: {model: claude-sonnet-4-5}, then: {max_tokens: 100, prompt_cache: 5m}}
        """;

    @Test
    void givesTheAnswerToTheRequestAsTheApplicationMadeIt() {
        try (Simulator simulator = Simulator.start()) {
            Jvm.Run bare = Application.at(simulator).call();
            List<byte[]> written =
                    simulator.received().stream().map(Received::body).toList();
            for (int status : new int[] {400, 404, 422}) {
                simulator.reset();
                simulator.faults().refuseChanged(status, written);

                Jvm.Run run = Application.at(simulator).withAgent(CHANGE_ALL).call();

                assertThat(Answers.withoutIds(run.out()))
                        .as("status " + status)
                        .isEqualTo(Answers.withoutIds(bare.out()));
            }
        }
    }

    @Test
    void saysInTheSpanAndInTheLogWhatWasUndone() {
        try (Simulator simulator = Simulator.start();
                OtlpReceiver collector = OtlpReceiver.start()) {
            Application.at(simulator).call(Kind.OPENAI_CHAT);
            simulator
                    .faults()
                    .refuseChanged(
                            400,
                            simulator.received().stream().map(Received::body).toList());

            Jvm.Run run = Application.at(simulator)
                    .withAgent(CHANGE_ALL)
                    .tellingTo(collector.endpoint())
                    .call(Kind.OPENAI_CHAT);

            assertThat(run.err())
                    .contains("refused a request for gpt-4.1 as model, max_tokens changed it, and took it as written");
            Span span = collector.spans().get(0);
            assertThat(Attributes.of(span))
                    .containsEntry("parsimony.reverted", "[model, max_tokens]")
                    .containsEntry("parsimony.attempts", "2")
                    .containsEntry("gen_ai.request.model", "gpt-4.1");
        }
    }

    @Test
    void asksForADaysKeepingWhereThatIsAllowedAndTakesItBackWhereItIsRefused() {
        String handbook = "Lamps may be returned within thirty days, with their box and their receipt. ".repeat(200);
        try (Simulator simulator = Simulator.start()) {
            Jvm.Run bare = Application.at(simulator)
                    .property("acme.handbook", handbook)
                    .call(Kind.OPENAI_CHAT);
            byte[] written = simulator.received().get(0).body();

            Jvm.Run kept = keptForLong(simulator, handbook);
            assertThat(asksForADay(simulator)).containsExactly(false, true);
            assertThat(Answers.withoutIds(kept.out())).isEqualTo(Answers.withoutIds(bare.out()));

            simulator.reset(); // or the next answer tells what was read from its cache
            simulator.faults().refuseChanged(400, List.of(written));
            Jvm.Run refused = keptForLong(simulator, handbook);
            assertThat(asksForADay(simulator)).containsExactly(true, false);
            assertThat(simulator.received().get(1).body()).isEqualTo(written);
            assertThat(Answers.withoutIds(refused.out())).isEqualTo(Answers.withoutIds(bare.out()));
        }
    }

    private static Stream<Boolean> asksForADay(Simulator simulator) {
        return simulator.received().stream()
                .map(request -> request.bodyText().contains("\"prompt_cache_retention\":\"24h\""));
    }

    private static Jvm.Run keptForLong(Simulator simulator, String handbook) {
        return Application.at(simulator)
                .withAgent("prompt_cache: {retention: allow}")
                .property("acme.handbook", handbook)
                .call(Kind.OPENAI_CHAT);
    }
}
