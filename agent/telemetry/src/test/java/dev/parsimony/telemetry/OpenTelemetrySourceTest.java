// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.ApplicationTracing;
import dev.parsimony.exchange.Environment;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.SpanReference;
import dev.parsimony.exchange.Telemetry;
import dev.parsimony.exchange.TelemetrySource;
import dev.parsimony.telemetry.signals.Calls;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenTelemetrySourceTest {
    private final RecordedLog log = new RecordedLog();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(TelemetrySource.class))
                .hasSize(1)
                .first()
                .isInstanceOf(OpenTelemetrySource.class);
    }

    @Test
    void saysInOneLineWhichVariableToSetAndRecordsNothing() {
        Telemetry telemetry = start(Map.of());
        Telemetry.Trail trail = telemetry.open(new Calls().begin(), ApplicationTracing.none());
        assertThat(trail.span()).isEqualTo(SpanReference.none());
        assertThat(log.said).singleElement().asString().contains("OTEL_EXPORTER_OTLP_ENDPOINT");
        assertThat(log.warned).isEmpty();
    }

    @Test
    void readsTheApplicationsTracingEvenIfNothingIsExported() throws Exception {
        try (TracedApplication application = new TracedApplication("1.67.0")) {
            SpanReference theirs = new SpanReference("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true, "");
            Telemetry telemetry = start(Map.of());
            assertThat(application.within(
                            theirs,
                            () -> telemetry.tracing(application.loader()).current()))
                    .isEqualTo(theirs);
        }
    }

    @Test
    void exportsSpansAndMetricsOverHttp() throws Exception {
        OtlpReceiver receiver = receiver();
        Telemetry telemetry = start(Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint(),
                "OTEL_EXPORTER_OTLP_HEADERS", "x-test=yes",
                "OTEL_SERVICE_NAME", "desk",
                "OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=test"));
        tell(telemetry, new Calls().answered());
        receiver.awaitSpans();
        receiver.awaitMetrics();
        assertThat(receiver.spans()).singleElement().satisfies(OpenTelemetrySourceTest::isOurs);
        assertThat(receiver.metrics())
                .extracting(Metric::getName)
                .contains("gen_ai.client.operation.duration", "gen_ai.client.token.usage", "parsimony.cost");
        assertThat(receiver.resource())
                .containsEntry("service.name", "desk")
                .containsEntry("deployment.environment.name", "test")
                .containsEntry("telemetry.distro.name", "parsimony")
                .containsEntry("telemetry.distro.version", "1.2.3");
        assertThat(receiver.headers).contains("yes application/x-protobuf");
        assertThat(log.said).isEmpty();
        assertThat(log.warned).isEmpty();
    }

    private static void isOurs(Span span) {
        assertThat(span.getName()).isEqualTo("chat gpt-4o");
        assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
        assertThat(OtlpReceiver.attributes(span)
                        .get("parsimony.cost.amount")
                        .getValue()
                        .getDoubleValue())
                .isEqualTo(0.00125);
        assertThat(OtlpReceiver.attributes(span)).containsKey("gen_ai.usage.cache_creation.input_tokens");
    }

    @Test
    void exportsInTheNewestNamesToWhoOptsIn() throws Exception {
        OtlpReceiver receiver = receiver();
        Telemetry telemetry = start(Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                receiver.endpoint(),
                "OTEL_SEMCONV_STABILITY_OPT_IN",
                "gen_ai_latest_experimental"));
        tell(telemetry, new Calls().answered());
        receiver.awaitMetrics();
        assertThat(receiver.metrics())
                .extracting(Metric::getName)
                .contains("gen_ai.client.inference.duration", "gen_ai.client.inference.usage.input_tokens")
                .doesNotContain("gen_ai.client.operation.duration", "gen_ai.client.token.usage");
    }

    @Test
    void exportsOnlySpansWhereTheUserTurnsMetricsOff() throws Exception {
        OtlpReceiver receiver = receiver();
        Telemetry telemetry = start(Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint(),
                "OTEL_METRICS_EXPORTER", "none",
                "OTEL_EXPORTER_OTLP_COMPRESSION", "gzip"));
        tell(telemetry, new Calls().answered());
        receiver.awaitSpans();
        telemetry.close();
        assertThat(receiver.spans()).hasSize(1);
        assertThat(receiver.metrics()).isEmpty();
    }

    @Test
    void obeysTheUsersSampler() throws Exception {
        OtlpReceiver receiver = receiver();
        Telemetry telemetry =
                start(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint(), "OTEL_TRACES_SAMPLER", "always_off"));
        tell(telemetry, new Calls().answered());
        receiver.awaitMetrics();
        telemetry.close();
        assertThat(receiver.spans()).isEmpty();
    }

    @Test
    void namesTheSettingThatCannotBeReadButNotItsValue() throws Exception {
        Telemetry telemetry = start(Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4318",
                "OTEL_EXPORTER_OTLP_HEADERS", "secret-without-a-name"));
        Exchange exchange = new Calls().answered();
        Telemetry.Trail trail = telemetry.open(exchange, ApplicationTracing.none());
        trail.end(exchange);
        assertThat(log.awaitLine()).isTrue();
        assertThat(log.said)
                .singleElement()
                .asString()
                .contains("otel.exporter.otlp.headers")
                .doesNotContain("secret");
    }

    private OtlpReceiver receiver() throws IOException {
        OtlpReceiver receiver = new OtlpReceiver();
        opened.add(receiver);
        return receiver;
    }

    private Telemetry start(Map<String, String> variables) {
        Map<String, String> all = new TreeMap<>(variables);
        all.put("OTEL_BSP_SCHEDULE_DELAY", "10");
        all.put("OTEL_METRIC_EXPORT_INTERVAL", "100");
        Telemetry telemetry = new OpenTelemetrySource().start(new Environment(Map.of(), all), log, "1.2.3");
        opened.add(telemetry);
        return telemetry;
    }

    private static void tell(Telemetry telemetry, Exchange exchange) {
        telemetry.open(exchange, ApplicationTracing.none()).end(exchange);
    }
}
