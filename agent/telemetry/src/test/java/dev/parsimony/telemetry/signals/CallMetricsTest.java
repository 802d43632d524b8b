// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Operation;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.PointData;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CallMetricsTest {
    @ParameterizedTest
    @CsvSource({
        "V1_41, CHAT, gen_ai.client.operation.duration",
        "V1_41, EMBEDDINGS, gen_ai.client.operation.duration",
        "LATEST, CHAT, gen_ai.client.inference.duration",
        "LATEST, EMBEDDINGS, gen_ai.client.operation.duration",
    })
    void tellsHowLongACallTookUnderTheConventionsName(Convention convention, Operation operation, String name) {
        Recorder recorder = new Recorder(convention);
        recorder.tell(new Calls().operation(operation, "openai.x").answered());
        HistogramPointData point = (HistogramPointData) recorder.points(name).get(0);
        assertThat(point.getSum()).isEqualTo(1.5);
        assertThat(point.getBoundaries()).startsWith(.01, .02).endsWith(40.96, 81.92);
        assertThat(Recorder.plain(point.getAttributes()))
                .containsOnly(
                        entry("gen_ai.operation.name", operation.toString()),
                        entry("gen_ai.provider.name", "openai"),
                        entry("gen_ai.request.model", "gpt-4o"),
                        entry("gen_ai.response.model", "gpt-4o-2024-08-06"),
                        entry("server.address", "api.openai.com"),
                        entry("server.port", 443L));
    }

    @Test
    void namesTheErrorOfAFailedCallOnItsDurationOnly() {
        Recorder recorder = new Recorder(Convention.V1_41);
        Exchange exchange = new Calls().answered();
        exchange.failed("timeout");
        recorder.tell(exchange);
        assertThat(attributes(recorder, "gen_ai.client.operation.duration")).containsEntry("error.type", "timeout");
        assertThat(attributes(recorder, "gen_ai.client.token.usage")).doesNotContainKey("error.type");
    }

    @ParameterizedTest
    @EnumSource
    void countsNoDurationAndNoTokensOfALocalAnswer(Convention convention) {
        Recorder recorder = new Recorder(convention);
        recorder.tell(new Calls().hit());
        assertThat(recorder.collect().keySet()).noneMatch(name -> name.startsWith("gen_ai"));
    }

    @Test
    void tellsTokensInOneHistogramBy1_41() {
        Recorder recorder = new Recorder(Convention.V1_41);
        recorder.tell(new Calls().answered());
        assertThat(recorder.points("gen_ai.client.token.usage"))
                .extracting(point -> point.getAttributes().get(Keys.TOKEN_TYPE) + "=" + sum(point))
                .containsExactlyInAnyOrder("input=150.0", "output=30.0");
        HistogramPointData point = (HistogramPointData)
                recorder.points("gen_ai.client.token.usage").get(0);
        assertThat(point.getBoundaries()).startsWith(1.0, 4.0).endsWith(67_108_864.0);
    }

    @Test
    void tellsNoTokensBy1_41WhereTheProviderToldNone() {
        Recorder recorder = new Recorder(Convention.V1_41);
        Exchange exchange = new Calls().answered();
        exchange.answered(Answer.none());
        recorder.tell(exchange);
        assertThat(recorder.collect()).doesNotContainKey("gen_ai.client.token.usage");
    }

    @Test
    void tellsTokensInCountersByTheNewestConventions() {
        Recorder recorder = new Recorder(Convention.LATEST);
        recorder.tell(new Calls().answered());
        recorder.tell(new Calls().answered());
        assertThat(counted(recorder, "input_tokens")).isEqualTo(300);
        assertThat(counted(recorder, "output_tokens")).isEqualTo(60);
        assertThat(counted(recorder, "cache_read.input_tokens")).isEqualTo(80);
        assertThat(counted(recorder, "cache_write.input_tokens")).isEqualTo(20);
        assertThat(counted(recorder, "reasoning.output_tokens")).isEqualTo(24);
        assertThat(attributes(recorder, "gen_ai.client.inference.usage.input_tokens"))
                .containsEntry("gen_ai.token.modality", "unknown");
        assertThat(recorder.collect()).doesNotContainKey("gen_ai.client.token.usage");
    }

    @Test
    void tellsTheTokensOfOneCallInHistogramsByTheNewestConventions() {
        Recorder recorder = new Recorder(Convention.LATEST);
        recorder.tell(new Calls().answered());
        assertThat(sum(recorder.points("gen_ai.client.inference.operation.input_tokens")
                        .get(0)))
                .isEqualTo(150);
        assertThat(sum(recorder.points("gen_ai.client.inference.operation.output_tokens")
                        .get(0)))
                .isEqualTo(30);
    }

    @Test
    void countsNoughtTokensOfACallWithoutUsageByTheNewestConventions() {
        Recorder recorder = new Recorder(Convention.LATEST);
        Exchange exchange = new Calls().answered();
        exchange.answered(Answer.none());
        recorder.tell(exchange);
        assertThat(counted(recorder, "input_tokens")).isZero();
        assertThat(recorder.collect()).doesNotContainKey("gen_ai.client.inference.operation.input_tokens");
    }

    @ParameterizedTest
    @CsvSource({"V1_41, operation", "LATEST, inference"})
    void tellsWhenAStreamBegan(Convention convention, String word) {
        Recorder recorder = new Recorder(convention);
        Calls calls = new Calls().streamed();
        Exchange exchange = calls.begin();
        calls.pass(Duration.ofMillis(250));
        exchange.timeline().chunk();
        exchange.timeline().end();
        recorder.tell(exchange);
        assertThat(sum(recorder.points("gen_ai.client." + word + ".time_to_first_chunk")
                        .get(0)))
                .isEqualTo(0.25);
    }

    @Test
    void tellsNoFirstChunkOfAPlainAnswer() {
        Recorder recorder = new Recorder(Convention.V1_41);
        Exchange exchange = new Calls().answered();
        exchange.timeline().chunk();
        recorder.tell(exchange);
        assertThat(recorder.collect()).doesNotContainKey("gen_ai.client.operation.time_to_first_chunk");
    }

    @Test
    void tellsTheTimeThatParsimonyTook() {
        Recorder recorder = new Recorder(Convention.V1_41);
        recorder.tell(new Calls().hit());
        HistogramPointData point =
                (HistogramPointData) recorder.points("parsimony.overhead").get(0);
        assertThat(point.getSum()).isEqualTo(40e-6);
        assertThat(point.getBoundaries()).startsWith(5e-6).endsWith(.1);
        assertThat(recorder.collect().get("parsimony.overhead").getUnit()).isEqualTo("s");
    }

    @Test
    void pointsFromABucketToTheSpan() {
        Recorder recorder = new Recorder(Convention.V1_41);
        String trace = recorder.tell(new Calls().answered()).getTraceId();
        HistogramPointData point = (HistogramPointData)
                recorder.points("gen_ai.client.operation.duration").get(0);
        assertThat(point.getExemplars())
                .extracting(exemplar -> exemplar.getSpanContext().getTraceId())
                .containsExactly(trace);
    }

    private static Map<String, Object> attributes(Recorder recorder, String metric) {
        return Recorder.plain(recorder.points(metric).get(0).getAttributes());
    }

    private static long counted(Recorder recorder, String kind) {
        List<? extends PointData> points = recorder.points("gen_ai.client.inference.usage." + kind);
        return ((LongPointData) points.get(0)).getValue();
    }

    private static double sum(PointData point) {
        return ((HistogramPointData) point).getSum();
    }
}
