// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.jul;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.ApplicationTracing;
import dev.parsimony.exchange.Environment;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Telemetry;
import dev.parsimony.exchange.TelemetrySource;
import dev.parsimony.telemetry.RecordedLog;
import dev.parsimony.telemetry.signals.Calls;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Telemetry as it lies in the agent's jar, where no collector is. */
class PackedLibrariesTest {
    private final RecordedLog log = new RecordedLog();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(System.out);
    }

    @AfterEach
    void stop() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void mentionsAMissingCollectorOnceAndInOurLogOnly() throws Exception {
        Telemetry telemetry = start(Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:" + freePort(),
                "OTEL_BSP_SCHEDULE_DELAY", "10",
                "OTEL_METRIC_EXPORT_INTERVAL", "50"));
        Exchange exchange = Calls.answeredCall();
        telemetry.open(exchange, ApplicationTracing.none()).end(exchange);
        assertThat(log.awaitLine()).isTrue();
        telemetry.open(exchange, ApplicationTracing.none()).end(exchange);
        telemetry.close();
        assertThat(log.warned)
                .singleElement()
                .asString()
                .contains("http://localhost:")
                .contains("OTEL_EXPORTER_OTLP_ENDPOINT");
        assertThat(log.said).isEmpty();
        assertThat(log.debugged).anyMatch(line -> line.contains("Failed to export"));
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void keepsTheSdksOwnComplaintsToOurLog() throws Exception {
        Telemetry telemetry = start(Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://localhost:" + freePort(),
                "OTEL_TRACES_SAMPLER",
                "no-such-sampler"));
        telemetry.open(Calls.answeredCall(), ApplicationTracing.none());
        assertThat(log.awaitLine()).isTrue();
        telemetry.close();
        assertThat(log.said).singleElement().asString().contains("otel.traces.sampler");
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private Telemetry start(Map<String, String> variables) {
        TelemetrySource source = ServiceLoader.load(TelemetrySource.class, new PackedLoader())
                .findFirst()
                .orElseThrow();
        assertThat(source.getClass().getClassLoader()).isInstanceOf(PackedLoader.class);
        return source.start(new Environment(Map.of(), variables), log, "1.2.3");
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
