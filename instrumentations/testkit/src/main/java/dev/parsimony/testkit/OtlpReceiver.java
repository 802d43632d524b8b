// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** A collector that keeps what it is sent: OTLP over HTTP with protobuf bodies, on a free port of this machine. */
public final class OtlpReceiver implements AutoCloseable {
    private final HttpServer server;
    private final List<ResourceSpans> traces = new CopyOnWriteArrayList<>();
    private final List<ResourceMetrics> exports = new CopyOnWriteArrayList<>();
    private final List<Resource> resources = new CopyOnWriteArrayList<>();

    private OtlpReceiver(HttpServer server) {
        this.server = server;
        server.createContext("/v1/traces", exchange -> answer(exchange, this::spans));
        server.createContext("/v1/metrics", exchange -> answer(exchange, this::metrics));
        server.createContext("/told", this::say);
        server.start();
    }

    /** Starts one. */
    public static OtlpReceiver start() {
        try {
            return new OtlpReceiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code OTEL_EXPORTER_OTLP_ENDPOINT} is to say. Under it, {@code /told} answers with 404 until a span has come. */
    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The spans received so far, in the order of arrival. */
    public List<Span> spans() {
        return traces.stream()
                .flatMap(export -> export.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }

    /** The same with the resources and scopes they are from. */
    public List<ResourceSpans> traces() {
        return List.copyOf(traces);
    }

    /** The metrics received so far, each export's own, in the order of arrival. */
    public List<Metric> metrics() {
        return exports.stream()
                .flatMap(export -> export.getScopeMetricsList().stream())
                .flatMap(scope -> scope.getMetricsList().stream())
                .toList();
    }

    /** The same with the resources and scopes they are from. */
    public List<ResourceMetrics> exports() {
        return List.copyOf(exports);
    }

    /** The resources that sent something. */
    public List<Resource> resources() {
        return List.copyOf(resources);
    }

    /** Forgets what was received. */
    public void clear() {
        traces.clear();
        exports.clear();
        resources.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** What is done with the body of a request. */
    private interface Body {
        void read(InputStream in) throws IOException;
    }

    private static void answer(HttpExchange exchange, Body body) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (exchange;
                InputStream in = zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
            body.read(in);
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void say(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(traces.isEmpty() ? 404 : 200, -1);
        }
    }

    private void spans(InputStream in) throws IOException {
        ExportTraceServiceRequest.parseFrom(in).getResourceSpansList().forEach(of -> {
            resources.add(of.getResource());
            traces.add(of);
        });
    }

    private void metrics(InputStream in) throws IOException {
        ExportMetricsServiceRequest.parseFrom(in).getResourceMetricsList().forEach(of -> {
            resources.add(of.getResource());
            exports.add(of);
        });
    }
}
