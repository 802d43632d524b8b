// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/** A collector of the smallest kind: takes OTLP as protobuf over HTTP and keeps it. */
final class OtlpReceiver implements AutoCloseable {
    private final HttpServer server;
    private final int status;
    private final Queue<ExportTraceServiceRequest> traces = new ConcurrentLinkedQueue<>();
    private final Queue<ExportMetricsServiceRequest> metrics = new ConcurrentLinkedQueue<>();
    private final CountDownLatch anySpan = new CountDownLatch(1);
    private final CountDownLatch anyMetric = new CountDownLatch(1);
    final Queue<String> headers = new ConcurrentLinkedQueue<>();

    OtlpReceiver() throws IOException {
        this(200);
    }

    OtlpReceiver(int status) throws IOException {
        this.status = status;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", http -> {
            traces.add(ExportTraceServiceRequest.parseFrom(body(http)));
            answer(http);
            anySpan.countDown();
        });
        server.createContext("/v1/metrics", http -> {
            metrics.add(ExportMetricsServiceRequest.parseFrom(body(http)));
            answer(http);
            if (!metrics().isEmpty()) {
                anyMetric.countDown();
            }
        });
        server.start();
    }

    private InputStream body(HttpExchange http) throws IOException {
        headers.add(http.getRequestHeaders().getFirst("x-test") + " "
                + http.getRequestHeaders().getFirst("Content-Type"));
        boolean packed = "gzip".equals(http.getRequestHeaders().getFirst("Content-Encoding"));
        return packed ? new GZIPInputStream(http.getRequestBody()) : http.getRequestBody();
    }

    private void answer(HttpExchange http) throws IOException {
        http.sendResponseHeaders(status, -1);
        http.close();
    }

    String endpoint() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void awaitSpans() throws InterruptedException {
        assertThat(anySpan.await(60, TimeUnit.SECONDS)).isTrue();
    }

    void awaitMetrics() throws InterruptedException {
        assertThat(anyMetric.await(60, TimeUnit.SECONDS)).isTrue();
    }

    List<Span> spans() {
        return traces.stream()
                .flatMap(request -> request.getResourceSpansList().stream())
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }

    /** What was last said of the process that the spans come from. */
    Map<String, String> resource() {
        Map<String, String> all = new TreeMap<>();
        traces.forEach(request -> request.getResourceSpans(0)
                .getResource()
                .getAttributesList()
                .forEach(attribute ->
                        all.put(attribute.getKey(), attribute.getValue().getStringValue())));
        return all;
    }

    List<Metric> metrics() {
        return metrics.stream()
                .flatMap(request -> request.getResourceMetricsList().stream())
                .flatMap(resource -> resource.getScopeMetricsList().stream())
                .filter(scope -> scope.getScope().getName().equals("dev.parsimony"))
                .flatMap(scope -> scope.getMetricsList().stream())
                .toList();
    }

    static Map<String, KeyValue> attributes(Span span) {
        Map<String, KeyValue> all = new TreeMap<>();
        span.getAttributesList().forEach(attribute -> all.put(attribute.getKey(), attribute));
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
