// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Kind;
import com.acme.caller.Logging;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody listens where the collector is said to be, and the exporters have many occasions to notice. */
class MissingCollectorIT {
    private static Jvm.Run run;

    @BeforeAll
    static void callEverything() {
        try (Simulator simulator = Simulator.start()) {
            run = Application.at(simulator)
                    .withAgent("")
                    .tellingTo("http://127.0.0.1:" + freePort())
                    .variable("OTEL_BSP_SCHEDULE_DELAY", "20")
                    .variable("OTEL_METRIC_EXPORT_INTERVAL", "20")
                    .run(Logging.class);
        }
    }

    @Test
    void isSaidOnceInOurLog() {
        assertThat(run.err().lines().filter(line -> line.contains("telemetry")))
                .singleElement()
                .asString()
                .startsWith("parsimony: telemetry: http://127.0.0.1:")
                .contains("does not take", "OTEL_EXPORTER_OTLP_ENDPOINT", "Not mentioned again");
    }

    @ParameterizedTest
    @EnumSource
    void hindersNoCall(Kind kind) {
        assertThat(run.out().lines())
                .anyMatch(line -> line.startsWith(kind + ": "))
                .noneMatch(line -> line.startsWith(kind + ": threw"));
    }

    @Test
    void isNoMatterOfTheApplicationsOwnLog() {
        Stream<String> loggers = run.out().lines().filter(line -> line.startsWith("logged by "));

        assertThat(loggers)
                .contains("logged by com.acme")
                .noneMatch(line -> line.contains("opentelemetry") || line.contains("parsimony"));
    }

    @Test
    void isNotSaidWhereNoneIsNamed() {
        try (Simulator simulator = Simulator.start()) {
            Jvm.Run unnamed = Application.at(simulator).withAgent("").call(Kind.OPENAI_CHAT);

            assertThat(unnamed.err().lines().filter(line -> line.contains("telemetry")))
                    .singleElement()
                    .asString()
                    .contains("nothing is exported; set OTEL_EXPORTER_OTLP_ENDPOINT");
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
