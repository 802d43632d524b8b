// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Kind;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.OtlpReceiver;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An application whose user opts in to the newest conventions. */
class NewestNamesIT {
    private static final String MARKS = "rules: [{name: marks, then: {prompt_cache: 5m}}]\n";
    private static List<Map<String, String>> spans;
    private static Set<String> metrics;

    @BeforeAll
    static void call() {
        try (Simulator simulator = Simulator.start();
                OtlpReceiver collector = OtlpReceiver.start()) {
            Application.at(simulator)
                    .withAgent(MARKS)
                    .tellingTo(collector.endpoint())
                    .variable("OTEL_SEMCONV_STABILITY_OPT_IN", "http,gen_ai_latest_experimental")
                    .call(
                            Kind.OPENAI_CHAT_STREAM,
                            Kind.OPENAI_EMBEDDING,
                            Kind.ANTHROPIC_MESSAGE,
                            Kind.ANTHROPIC_MESSAGE,
                            Kind.ANTHROPIC_MESSAGE);
            spans = collector.spans().stream().map(Attributes::of).toList();
            metrics = collector.metrics().stream().map(Metric::getName).collect(Collectors.toSet());
        }
    }

    @Test
    void areSpokenInSpans() {
        assertThat(spans)
                .anySatisfy(span -> assertThat(span).containsKey("gen_ai.usage.cache_write.input_tokens"))
                .allSatisfy(span -> assertThat(span).doesNotContainKey("gen_ai.usage.cache_creation.input_tokens"));
    }

    @Test
    void areSpokenInMetricsInsteadOfTheOlderOnes() {
        assertThat(metrics)
                .contains(
                        "gen_ai.client.inference.duration",
                        "gen_ai.client.inference.time_to_first_chunk",
                        "gen_ai.client.inference.usage.input_tokens",
                        "gen_ai.client.inference.usage.output_tokens",
                        "gen_ai.client.operation.duration") // of embeddings, which are no inference
                .doesNotContain("gen_ai.client.token.usage", "gen_ai.client.operation.time_to_first_chunk");
    }

    @Test
    void leaveOurOwnAsTheyAre() {
        assertThat(metrics).contains("parsimony.cost", "parsimony.overhead", "parsimony.instrumentation");
        assertThat(spans).allSatisfy(span -> assertThat(span).containsKeys("parsimony.cost.amount"));
    }
}
