// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Kind;
import dev.parsimony.simulator.http.Fault;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.OtlpReceiver;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Calls that fail have one span as well, and it says why in the provider's word or with the exception's name. */
class FailedCallsIT {
    @Test
    void sayTheProvidersWordForARefusal() {
        List<Map<String, String>> spans = failing(Fault.Effect.status(401), Kind.values());

        assertThat(spans).hasSameSizeAs(Kind.values());
        assertThat(spans)
                .extracting(span -> span.get("gen_ai.provider.name") + " " + span.get("error.type"))
                .containsOnly("openai invalid_api_key", "anthropic authentication_error");
    }

    @Test
    void sayTheExceptionOfABrokenConnectionWhetherAwaitedOrNot() {
        List<Map<String, String>> spans = failing(
                new Fault.Disconnect(), Kind.OPENAI_CHAT, Kind.OPENAI_CHAT_ASYNC, Kind.ANTHROPIC_MESSAGE_ASYNC_STREAM);

        assertThat(spans)
                .extracting(span -> span.get("error.type"))
                .containsExactly(
                        "com.openai.errors.OpenAIIoException",
                        "com.openai.errors.OpenAIIoException",
                        "com.anthropic.errors.AnthropicIoException");
    }

    @Test
    void sayWhatAStreamFailedOfAfterItsBeginning() {
        Kind[] streams = streams();
        List<Map<String, String>> spans = failing(new Fault.Fail(2), streams);

        assertThat(spans).hasSameSizeAs(streams);
        assertThat(spans)
                .extracting(span -> span.get("gen_ai.provider.name") + " " + span.get("error.type"))
                .containsOnly("openai server_error", "anthropic overloaded_error");
    }

    @Test
    void sayThatAStreamBrokeOff() {
        List<Map<String, String>> spans = failing(new Fault.Break(2), streams());

        assertThat(spans)
                .hasSameSizeAs(streams())
                .allSatisfy(span -> assertThat(span)
                        .containsEntry("error.type", "java.io.EOFException")
                        .doesNotContainKey("gen_ai.response.finish_reasons"));
    }

    private static Kind[] streams() {
        return Stream.of(Kind.values())
                .filter(kind -> kind.name().endsWith("STREAM"))
                .toArray(Kind[]::new);
    }

    /** The spans of calls that all meet this fault. */
    private static List<Map<String, String>> failing(Fault.Effect effect, Kind... kinds) {
        try (Simulator simulator = Simulator.start();
                OtlpReceiver collector = OtlpReceiver.start()) {
            simulator.faults().add(Fault.always(effect));
            Application.at(simulator)
                    .withAgent("")
                    .tellingTo(collector.endpoint())
                    .call(kinds);

            assertThat(collector.spans())
                    .extracting(span -> span.getStatus().getCode())
                    .containsOnly(Status.StatusCode.STATUS_CODE_ERROR);
            return collector.spans().stream().map(Attributes::of).toList();
        }
    }
}
