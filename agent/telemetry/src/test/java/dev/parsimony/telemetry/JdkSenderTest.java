// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.parsimony.telemetry.signals.Calls;
import dev.parsimony.telemetry.signals.Recorder;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdkSenderTest {
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", http -> {
            seen.add(http.getRequestMethod() + " " + http.getRequestURI() + " "
                    + http.getRequestHeaders().getFirst("Content-Encoding"));
            http.getRequestBody().readAllBytes();
            Integer status = statuses.poll();
            http.sendResponseHeaders(status == null ? 200 : status, -1);
            http.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void isTheOneThatTheExportersFind() {
        assertThat(export(exporter()).isSuccess()).isTrue();
        assertThat(seen).containsExactly("POST /v1/traces null");
    }

    @Test
    void compressesWhereAsked() {
        assertThat(export(exporter().setCompression("gzip")).isSuccess()).isTrue();
        assertThat(seen).containsExactly("POST /v1/traces gzip");
    }

    @Test
    void sendsAgainWhatFailedInPassing() {
        statuses.addAll(List.of(503, 429));
        assertThat(export(exporter()).isSuccess()).isTrue();
        assertThat(seen).hasSize(3);
    }

    @Test
    void givesUpAfterFourTimes() {
        statuses.addAll(Arrays.asList(503, 503, 503, 503, 503));
        assertThat(export(exporter()).isSuccess()).isFalse();
        assertThat(seen).hasSize(4);
    }

    @Test
    void doesNotSendAgainWhatIsRefused() {
        statuses.add(401);
        assertThat(export(exporter()).isSuccess()).isFalse();
        assertThat(seen).hasSize(1);
    }

    @Test
    void sendsOnceWhereTheUserWantsNoSecondTime() {
        statuses.add(503);
        assertThat(export(exporter().setRetryPolicy(null)).isSuccess()).isFalse();
        assertThat(seen).hasSize(1);
    }

    @Test
    void saysWhyNobodyAnswered() {
        server.stop(0);
        CompletableResultCode result = export(exporter().setRetryPolicy(null));
        assertThat(result.isSuccess()).isFalse();
        assertThat(result.getFailureThrowable()).hasRootCauseInstanceOf(java.io.IOException.class);
    }

    private OtlpHttpSpanExporterBuilder exporter() {
        return OtlpHttpSpanExporter.builder()
                .setEndpoint("http://localhost:" + server.getAddress().getPort() + "/v1/traces");
    }

    private static CompletableResultCode export(OtlpHttpSpanExporterBuilder builder) {
        SpanData span = new Recorder(IdGenerator.random()).tell(new Calls().answered());
        return builder.build().export(List.of(span)).join(60, TimeUnit.SECONDS);
    }
}
