// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Parameters;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RequestAttributesTest {
    private static final Parameters ALL = new Parameters(
            OptionalDouble.of(0.9),
            OptionalLong.of(40),
            OptionalDouble.of(0.1),
            OptionalDouble.of(0.2),
            OptionalLong.of(7),
            OptionalLong.of(3),
            List.of("END"),
            "json",
            "high",
            "resp_0",
            "flex",
            OptionalLong.of(256),
            List.of("float"));

    @Test
    void tellsTheRequestAsItIsSent() {
        assertThat(told(Convention.V1_41))
                .contains(
                        entry("gen_ai.request.model", "gpt-4o-mini"),
                        entry("parsimony.requested.model", "gpt-4o"),
                        entry("gen_ai.request.max_tokens", 256L),
                        entry("gen_ai.request.temperature", 0.5),
                        entry("gen_ai.request.top_p", 0.9),
                        entry("gen_ai.request.frequency_penalty", 0.1),
                        entry("gen_ai.request.presence_penalty", 0.2),
                        entry("gen_ai.request.seed", 7L),
                        entry("gen_ai.request.choice.count", 3L),
                        entry("gen_ai.request.stop_sequences", List.of("END")),
                        entry("gen_ai.output.type", "json"),
                        entry("gen_ai.embeddings.dimension.count", 256L),
                        entry("gen_ai.request.encoding_formats", List.of("float")),
                        entry("openai.request.service_tier", "flex"));
    }

    @Test
    void tellsTopKAsADoubleAndNoReasoningLevelIn1_41() {
        assertThat(told(Convention.V1_41))
                .containsEntry("gen_ai.request.top_k", 40.0)
                .doesNotContainKeys("gen_ai.request.reasoning.level", "gen_ai.request.previous_response.id");
    }

    @Test
    void tellsTopKAsAnIntegerAndTheReasoningLevelInTheNewestNames() {
        assertThat(told(Convention.LATEST))
                .containsEntry("gen_ai.request.top_k", 40L)
                .containsEntry("gen_ai.request.reasoning.level", "high")
                .containsEntry("gen_ai.request.previous_response.id", "resp_0");
    }

    @Test
    void leavesOutOneChoice() {
        Parameters plain = SentRequest.PLAIN;
        Parameters one = new Parameters(
                plain.topP(),
                plain.topK(),
                plain.frequencyPenalty(),
                plain.presencePenalty(),
                plain.seed(),
                OptionalLong.of(1),
                plain.stops(),
                plain.outputType(),
                plain.reasoning(),
                plain.previousResponse(),
                plain.tier(),
                plain.dimensions(),
                plain.encodings());
        assertThat(told(Convention.V1_41, one)).doesNotContainKey("gen_ai.request.choice.count");
    }

    private static Map<String, Object> told(Convention convention) {
        return told(convention, ALL);
    }

    private static Map<String, Object> told(Convention convention, Parameters parameters) {
        Exchange exchange = new Calls().begin();
        exchange.send(new SentRequest("gpt-4o-mini", parameters).lens());
        return Recorder.atEnd(convention, exchange);
    }
}
