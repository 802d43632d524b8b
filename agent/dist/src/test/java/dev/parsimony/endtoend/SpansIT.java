// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Kind;
import dev.parsimony.simulator.billing.Charge;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jvm;
import dev.parsimony.testkit.OtlpReceiver;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of call is made once in one JVM, and a collector listens. */
class SpansIT {
    private static Jvm.Run run;
    private static List<Span> spans;
    private static List<Metric> metrics;
    private static List<Charge> charges;
    private static int port;

    @BeforeAll
    static void callEverything() {
        try (Simulator simulator = Simulator.start();
                OtlpReceiver collector = OtlpReceiver.start()) {
            run = Application.at(simulator)
                    .withAgent("")
                    .tellingTo(collector.endpoint())
                    .call();
            spans = collector.spans();
            metrics = collector.metrics();
            charges = simulator.bill().charges();
            port = simulator.port();
        }
    }

    @Test
    void areOneForEachCall() {
        assertThat(spans).hasSameSizeAs(Kind.values());
    }

    @Test
    void areRootsOfTracesOfTheirOwnWhereTheApplicationTracesNothing() {
        assertThat(spans)
                .allMatch(span -> span.getParentSpanId().isEmpty())
                .extracting(Span::getTraceId)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void sayWhatWasAskedOfWhom(Kind kind) {
        String operation = kind.name().startsWith("OPENAI_EMBEDDING") ? "embeddings" : "chat";

        assertThat(span(kind).getName()).isEqualTo(operation + " " + model(kind));
        assertThat(span(kind).getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
        assertThat(attributes(kind))
                .containsEntry("gen_ai.operation.name", operation)
                .containsEntry("gen_ai.provider.name", isOpenAi(kind) ? "openai" : "anthropic")
                .containsEntry("gen_ai.request.model", model(kind))
                .containsEntry("gen_ai.response.model", model(kind))
                .containsEntry("server.address", "127.0.0.1")
                .containsEntry("server.port", Integer.toString(port));
    }

    @ParameterizedTest
    @EnumSource
    void sayThatTheCallWentWell(Kind kind) {
        assertThat(span(kind).getStatus().getCode()).isNotEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
        assertThat(attributes(kind)).doesNotContainKey("error.type").containsKey("parsimony.provider.request_id");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "^OPENAI_EMBEDDING.*")
    void sayWhichAnswerCame(Kind kind) {
        assertThat(run.out()).contains(attributes(kind).get("gen_ai.response.id"));
        assertThat(attributes(kind).get("gen_ai.response.finish_reasons")).isIn("[stop]", "[completed]", "[end_turn]");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "^OPENAI_(?!EMBEDDING).*")
    void sayWhichOfOpenAisApisWasCalled(Kind kind) {
        String api = kind.name().startsWith("OPENAI_CHAT") ? "chat_completions" : "responses";

        assertThat(attributes(kind)).containsEntry("openai.api.type", api);
    }

    @ParameterizedTest
    @EnumSource
    void sayWhatWasStreamedAndWhenItsFirstChunkCame(Kind kind) {
        if (kind.name().contains("_STREAM")) {
            assertThat(attributes(kind)).containsEntry("gen_ai.request.stream", "true");
            assertThat(Double.parseDouble(attributes(kind).get("gen_ai.response.time_to_first_chunk")))
                    .isPositive();
        } else {
            assertThat(attributes(kind))
                    .doesNotContainKeys("gen_ai.request.stream", "gen_ai.response.time_to_first_chunk");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nameTheMethodThatCalled(Kind kind) {
        String method = Kind.class.getName() + "." + (kind.ordinal() + 1) + ".call"; // each is a class without a name

        assertThat(attributes(kind))
                .containsEntry("parsimony.call_site", method)
                .containsEntry("code.function.name", method);
        assertThat(Integer.parseInt(attributes(kind).get("code.line.number"))).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void countTheTokensThatTheProviderBills(Kind kind) {
        Charge charge = charges.get(kind.ordinal());

        assertThat(attributes(kind))
                .containsEntry(
                        "gen_ai.usage.input_tokens",
                        Long.toString(charge.usage().input()));
        assertThat(attributes(kind).getOrDefault("gen_ai.usage.output_tokens", "0"))
                .isEqualTo(Long.toString(charge.usage().output()));
        assertThat(attributes(kind).getOrDefault("gen_ai.usage.cache_read.input_tokens", "0"))
                .isEqualTo(Long.toString(charge.usage().read()));
        assertThat(attributes(kind).getOrDefault("gen_ai.usage.cache_creation.input_tokens", "0"))
                .isEqualTo(Long.toString(charge.usage().written()));
    }

    @ParameterizedTest
    @EnumSource
    void costWhatTheProviderBills(Kind kind) {
        double billed = charges.get(kind.ordinal()).amounts().total().doubleValue();

        assertThat(attributes(kind))
                .containsEntry("parsimony.cost.amount", Double.toString(billed))
                .containsEntry("parsimony.cost.currency", "USD")
                .containsEntry("parsimony.cost.source", "local");
    }

    @Test
    void tellNeitherKeysNorContent() {
        assertThat(spans.toString() + metrics)
                .doesNotContain("sk-secret", "sk-ant", "Bearer")
                .doesNotContain("return a lamp", "Answer in one", "flickers");
    }

    @Test
    void standBesideMetricsOfTheSameConventions() {
        assertThat(metrics.stream().map(Metric::getName).collect(Collectors.toSet()))
                .contains(
                        "gen_ai.client.operation.duration",
                        "gen_ai.client.operation.time_to_first_chunk",
                        "gen_ai.client.token.usage",
                        "parsimony.cost",
                        "parsimony.overhead",
                        "parsimony.instrumentation")
                .noneMatch(name -> name.contains("inference"));
    }

    private static boolean isOpenAi(Kind kind) {
        return kind.name().startsWith("OPENAI");
    }

    private static String model(Kind kind) {
        if (kind.name().startsWith("OPENAI_EMBEDDING")) {
            return "text-embedding-3-small";
        }
        return isOpenAi(kind) ? "gpt-4.1" : "claude-sonnet-4-5";
    }

    /** Calls were made one after the other, so spans ended in the order of kinds. */
    private static Span span(Kind kind) {
        return spans.get(kind.ordinal());
    }

    private static Map<String, String> attributes(Kind kind) {
        return Attributes.of(span(kind));
    }
}
