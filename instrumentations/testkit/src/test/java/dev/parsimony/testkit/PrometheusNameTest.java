// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.Sum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases that the translator's documentation gives as examples, and ours. */
class PrometheusNameTest {
    @ParameterizedTest
    @CsvSource({
        "(lambda).function.executions(#), '',       lambda_function_executions",
        "system.filesystem.usage,         By,       system_filesystem_usage_bytes",
        "system.network.dropped,          {packet}, system_network_dropped",
        "system.network.dropped,          packets,  system_network_dropped_packets",
        "system.memory.utilization,       1,        system_memory_utilization_ratio",
        "storage.filesystem.utilization,  %,        storage_filesystem_utilization_percent",
        "some.speed,                      By/s,     some_speed_bytes_per_second",
        "some.speed,                      {call}/s, some_speed_per_second",
        "some.speed,                      By/{run}, some_speed_bytes",
        "request.seconds,                 s,        request_seconds",
        "3rd.party,                       '',       _3rd_party",
        "parsimony.instrumentation,       '',       parsimony_instrumentation",
    })
    void namesGaugesByWordsAndUnit(String name, String unit, String expected) {
        assertThat(PrometheusName.of(gauge(name, unit))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "system.processes.created, '',    system_processes_created_total",
        "total.sent,               '',    sent_total",
        "sent.total,               By,    sent_bytes_total",
        "hits,                     1,     hits_total",
        "parsimony.cost,           {USD}, parsimony_cost_total",
    })
    void endsCountersWithTotal(String name, String unit, String expected) {
        assertThat(PrometheusName.of(sum(name, unit, true))).isEqualTo(expected);
    }

    @Test
    void leavesSumsThatMayFallWithoutTotal() {
        assertThat(PrometheusName.of(sum("calls.open", "{call}", false))).isEqualTo("calls_open");
    }

    @Test
    void namesHistogramsByTheirUnit() {
        Metric duration = Metric.newBuilder()
                .setName("gen_ai.client.operation.duration")
                .setUnit("s")
                .setHistogram(Histogram.getDefaultInstance())
                .build();

        assertThat(PrometheusName.of(duration)).isEqualTo("gen_ai_client_operation_duration_seconds");
    }

    @ParameterizedTest
    @CsvSource({
        "name,               name",
        "host.name,          host_name",
        "host_name,          host_name",
        "name (of the host), name__of_the_host_",
        "2 cents,            key_2_cents",
        "__name,             __name",
        "_name,              key_name",
    })
    void makesLabelsOfAttributes(String attribute, String expected) {
        assertThat(PrometheusName.label(attribute)).isEqualTo(expected);
    }

    private static Metric gauge(String name, String unit) {
        return Metric.newBuilder()
                .setName(name)
                .setUnit(unit)
                .setGauge(Gauge.getDefaultInstance())
                .build();
    }

    private static Metric sum(String name, String unit, boolean monotonic) {
        return Metric.newBuilder()
                .setName(name)
                .setUnit(unit)
                .setSum(Sum.newBuilder().setIsMonotonic(monotonic))
                .build();
    }
}
