// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.Summary;
import io.opentelemetry.proto.resource.v1.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpositionTest {
    @Test
    void givesASeriesForEachSetOfAttributes() {
        assertThat(lines(export(gauge(of("a.b", "x")), gauge(of("a.b", "y")))))
                .containsExactly("up{a_b=\"x\"}", "up{a_b=\"y\"}");
    }

    @Test
    void givesASeriesThatIsExportedAgainOnce() {
        assertThat(lines(export(gauge(of("a", "x"))), export(gauge(of("a", "x")))))
                .hasSize(1);
    }

    @Test
    void writesValuesThatAreNoTextsAsText() {
        KeyValue flag = KeyValue.newBuilder()
                .setKey("estimated")
                .setValue(AnyValue.newBuilder().setBoolValue(false))
                .build();

        assertThat(lines(export(gauge(flag)))).containsExactly("up{estimated=\"false\"}");
    }

    @Test
    void escapesWhatPromQlWould() {
        assertThat(lines(export(gauge(of("a", "\"\\\n"))))).containsExactly("up{a=\"\\\"\\\\\\n\"}");
    }

    @Test
    void givesAHistogramsBucketsSumAndCount() {
        Metric time = Metric.newBuilder()
                .setName("time")
                .setUnit("s")
                .setHistogram(Histogram.newBuilder()
                        .addDataPoints(HistogramDataPoint.newBuilder()
                                .addExplicitBounds(0.5)
                                .addAttributes(of("a", "x"))))
                .build();

        assertThat(lines(export(time)))
                .containsExactly(
                        "time_seconds_bucket{a=\"x\",le=\"0.5\"}",
                        "time_seconds_bucket{a=\"x\",le=\"+Inf\"}",
                        "time_seconds_sum{a=\"x\"}",
                        "time_seconds_count{a=\"x\"}");
    }

    @Test
    void takesOfTheResourceOnlyItsJobAndInstance() {
        ResourceMetrics.Builder export = export(gauge(of("a", "x"))).toBuilder()
                .setResource(Resource.newBuilder()
                        .addAttributes(of("service.namespace", "shop"))
                        .addAttributes(of("service.name", "desk"))
                        .addAttributes(of("service.instance.id", "1"))
                        .addAttributes(of("host.name", "h")));

        assertThat(lines(export.build())).containsExactly("up{a=\"x\",instance=\"1\",job=\"shop/desk\"}");
    }

    @Test
    void saysWhichScopeASeriesIsFrom() {
        ResourceMetrics.Builder export = export(gauge(of("a", "x"))).toBuilder();
        export.getScopeMetricsBuilder(0)
                .setScope(InstrumentationScope.newBuilder()
                        .setName("dev.parsimony")
                        .setVersion("1"))
                .setSchemaUrl("urn:s");

        assertThat(lines(export.build()))
                .containsExactly("up{a=\"x\",otel_scope_name=\"dev.parsimony\","
                        + "otel_scope_schema_url=\"urn:s\",otel_scope_version=\"1\"}");
    }

    @Test
    void refusesAKindOfMetricThatItHasNoRuleFor() {
        ResourceMetrics export = export(Metric.newBuilder()
                .setName("odd")
                .setSummary(Summary.getDefaultInstance())
                .build());

        assertThatThrownBy(() -> lines(export)).hasMessage("odd is a SUMMARY");
    }

    private static List<String> lines(ResourceMetrics... exports) {
        return Exposition.of(List.of(exports)).stream()
                .map(Exposition.Series::toString)
                .toList();
    }

    private static ResourceMetrics export(Metric... metrics) {
        return ResourceMetrics.newBuilder()
                .addScopeMetrics(ScopeMetrics.newBuilder().addAllMetrics(List.of(metrics)))
                .build();
    }

    private static Metric gauge(KeyValue attribute) {
        return Metric.newBuilder()
                .setName("up")
                .setGauge(Gauge.newBuilder()
                        .addDataPoints(NumberDataPoint.newBuilder().addAttributes(attribute)))
                .build();
    }

    private static KeyValue of(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }
}
