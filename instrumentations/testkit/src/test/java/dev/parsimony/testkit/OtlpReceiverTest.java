// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.Sum;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class OtlpReceiverTest {
    @Test
    void keepsTheSpansItIsSent() throws Exception {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            send(receiver, "/v1/traces", span("chat gpt-4.1").toByteArray(), "identity");

            assertThat(receiver.spans()).extracting(Span::getName).containsExactly("chat gpt-4.1");
        }
    }

    @Test
    void saysWhetherASpanHasCome() throws Exception {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            HttpRequest question = HttpRequest.newBuilder(URI.create(receiver.endpoint() + "/told"))
                    .build();
            HttpClient client = HttpClient.newHttpClient();

            assertThat(client.send(question, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(404);
            send(receiver, "/v1/traces", span("chat gpt-4.1").toByteArray(), "identity");
            assertThat(client.send(question, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void readsWhatComesZipped() throws Exception {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            send(receiver, "/v1/traces", zipped(span("embeddings").toByteArray()), "gzip");

            assertThat(receiver.spans()).extracting(Span::getName).containsExactly("embeddings");
        }
    }

    @Test
    void addsUpTheLastValueOfEachSeries() throws Exception {
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            send(
                    receiver,
                    "/v1/metrics",
                    cost(point("a", "x", 1), point("b", "x", 2)).toByteArray(),
                    "identity");
            send(
                    receiver,
                    "/v1/metrics",
                    cost(point("a", "x", 3), point("a", "y", 4)).toByteArray(),
                    "identity");

            assertThat(Sums.by(receiver.metrics(), "parsimony.cost", "site"))
                    .containsEntry("a", BigDecimal.valueOf(3.0).add(BigDecimal.valueOf(4.0)))
                    .containsEntry("b", BigDecimal.valueOf(2.0));
        }
    }

    private static void send(OtlpReceiver receiver, String path, byte[] body, String encoding) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(receiver.endpoint() + path))
                .header("Content-Type", "application/x-protobuf")
                .header("Content-Encoding", encoding)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }

    private static ExportTraceServiceRequest span(String name) {
        ScopeSpans spans = ScopeSpans.newBuilder()
                .addSpans(Span.newBuilder().setName(name))
                .build();
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder().addScopeSpans(spans))
                .build();
    }

    private static ExportMetricsServiceRequest cost(NumberDataPoint... points) {
        Sum.Builder sum = Sum.newBuilder();
        for (NumberDataPoint point : points) {
            sum.addDataPoints(point);
        }
        Metric metric =
                Metric.newBuilder().setName("parsimony.cost").setSum(sum).build();
        return ExportMetricsServiceRequest.newBuilder()
                .addResourceMetrics(ResourceMetrics.newBuilder()
                        .addScopeMetrics(ScopeMetrics.newBuilder().addMetrics(metric)))
                .build();
    }

    private static NumberDataPoint point(String site, String model, double value) {
        return NumberDataPoint.newBuilder()
                .addAttributes(attribute("site", site))
                .addAttributes(attribute("model", model))
                .setAsDouble(value)
                .build();
    }

    private static KeyValue attribute(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }
}
