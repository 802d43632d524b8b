// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Environment;
import dev.parsimony.telemetry.ExportSettings.Decision;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportSettingsTest {
    @Test
    void saysWhichVariableToSetWhereNothingIsSet() {
        assertThat(decide(Map.of("PATH", "/bin"))).asString().contains("OTEL_EXPORTER_OTLP_ENDPOINT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
                "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"
            })
    void exportsWhereAnEndpointIsNamed(String variable) {
        assertThat(decide(Map.of(variable, "http://collector:4318"))).isInstanceOf(Decision.Export.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OTEL_TRACES_EXPORTER", "OTEL_METRICS_EXPORTER"})
    void exportsWhereAnExporterIsNamed(String variable) {
        assertThat(decide(Map.of(variable, "otlp"))).isInstanceOf(Decision.Export.class);
    }

    @Test
    void takesNoneForNoName() {
        assertThat(decide(Map.of("OTEL_TRACES_EXPORTER", "none"))).isInstanceOf(Decision.No.class);
    }

    @Test
    void takesAnEmptyVariableForUnset() {
        assertThat(decide(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", " "))).isInstanceOf(Decision.No.class);
    }

    @Test
    void staysOffWhereTheSdkIsDisabled() {
        Map<String, String> variables =
                Map.of("OTEL_SDK_DISABLED", "true", "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318");
        assertThat(decide(variables)).isInstanceOf(Decision.No.class);
    }

    @Test
    void letsAPropertyWinOverItsVariable() {
        Environment environment = new Environment(
                Map.of("otel.service.name", "by-property"),
                Map.of("OTEL_SERVICE_NAME", "by-variable", "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318"));
        assertThat(properties(ExportSettings.of(environment).decide()))
                .containsEntry("otel.service.name", "by-property");
    }

    @Test
    void sendsProtobufOverHttpUnlessTold() {
        assertThat(properties(decide(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318"))))
                .containsEntry("otel.exporter.otlp.protocol", "http/protobuf")
                .containsEntry("otel.logs.exporter", "none");
    }

    @Test
    void saysThatAProtocolIsNotAvailableAndHowToMendIt() {
        Decision decision = decide(Map.of("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc", "OTEL_TRACES_EXPORTER", "otlp"));

        assertThat(decision)
                .isEqualTo(new Decision.No("telemetry: nothing is exported; OTEL_EXPORTER_OTLP_PROTOCOL=grpc is not"
                        + " available in this version. Leave it out or set it to http/protobuf, which a collector takes"
                        + " at port 4318"));
    }

    @ParameterizedTest
    @CsvSource({
        "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL, grpc, traces, metrics",
        "OTEL_EXPORTER_OTLP_METRICS_PROTOCOL, http/json, metrics, traces",
        "OTEL_TRACES_EXPORTER, zipkin, traces, metrics",
        "OTEL_METRICS_EXPORTER, prometheus, metrics, traces",
    })
    void exportsTheOtherSignalWhereOneIsNotAvailable(String variable, String value, String off, String other) {
        Decision decision = decide(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318", variable, value));

        assertThat(properties(decision))
                .containsEntry("otel." + off + ".exporter", "none")
                .containsEntry("otel." + other + ".exporter", "otlp");
        assertThat(((Decision.Export) decision).remarks())
                .contains(variable + "=" + value + " is not available in this version")
                .contains("set it to");
    }

    @Test
    void takesOtlpOutOfAListAndSaysWhatIsLeftOut() {
        Decision decision = decide(Map.of("OTEL_TRACES_EXPORTER", "otlp, console", "OTEL_METRICS_EXPORTER", "otlp"));

        assertThat(properties(decision)).containsEntry("otel.traces.exporter", "otlp");
        assertThat(((Decision.Export) decision).remarks()).contains("OTEL_TRACES_EXPORTER=otlp, console");
    }

    @Test
    void letsTheProtocolOfASignalWinOverTheOneOfAll() {
        Decision decision = decide(Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://collector:4318",
                "OTEL_EXPORTER_OTLP_PROTOCOL",
                "grpc",
                "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL",
                "http/protobuf"));

        assertThat(properties(decision))
                .containsEntry("otel.traces.exporter", "otlp")
                .containsEntry("otel.metrics.exporter", "none");
    }

    @Test
    void saysThatBothSignalsAreSwitchedOffThoughAnEndpointIsNamed() {
        Map<String, String> variables = Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://collector:4318",
                "OTEL_TRACES_EXPORTER",
                "none",
                "OTEL_METRICS_EXPORTER",
                "none");

        assertThat(((Decision.No) decide(variables)).line())
                .isEqualTo(
                        "telemetry: nothing is exported; OTEL_TRACES_EXPORTER is none; OTEL_METRICS_EXPORTER is none");
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "http, http",
        "gen_ai_latest_experimental, gen_ai_latest_experimental",
        "'http/dup, gen_ai_latest_experimental', 'http/dup, gen_ai_latest_experimental'",
    })
    void speaksTheNewestNamesOnlyToWhoOptsIn(String optIn, String asked) {
        Decision decision = decide(
                Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318", "OTEL_SEMCONV_STABILITY_OPT_IN", optIn));
        assertThat(((Decision.Export) decision).optIn()).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({
        "otel.exporter.otlp.endpoint, http://collector:4318/, http://collector:4318/v1/traces",
        "otel.exporter.otlp.traces.endpoint, http://collector:4318/mine, http://collector:4318/mine",
        "otel.exporter.otlp.endpoint, https://me:secret@collector, https://collector/v1/traces",
        "otel.service.name, x, http://localhost:4318/v1/traces",
    })
    void knowsWhereSpansGoWithoutTellingPasswords(String name, String value, String endpoint) {
        assertThat(ExportSettings.endpoint(Map.of(name, value), "traces")).isEqualTo(endpoint);
    }

    @Test
    void printsNoValues() {
        Map<String, String> secret =
                Map.of("OTEL_EXPORTER_OTLP_HEADERS", "api-key=secret", "OTEL_TRACES_EXPORTER", "otlp");
        assertThat(ExportSettings.of(new Environment(Map.of(), secret)).toString())
                .doesNotContain("secret");
        assertThat(decide(secret).toString()).doesNotContain("secret");
    }

    private static Decision decide(Map<String, String> variables) {
        return ExportSettings.of(new Environment(Map.of(), variables)).decide();
    }

    private static Map<String, String> properties(Decision decision) {
        return ((Decision.Export) decision).properties();
    }
}
