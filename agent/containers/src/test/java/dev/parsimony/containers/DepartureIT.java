// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.hosted.Departure;
import dev.parsimony.simulator.http.Pace;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jdk;
import dev.parsimony.testkit.Jvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A JVM that ends in the midst of a call and of a stream, by itself or by a signal. */
class DepartureIT {
    private static final String NEVER = "3600000"; // milliseconds: an hour, when all waits here end

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"exit, 7", "term, 143"})
    void tellsWhatIsOverAndKeepsTheStatus(String ending, int status) throws IOException {
        try (Site site = new Site()) {
            Jvm.Run run = ended(site.jvm(Jdk.current()), ending);

            assertThat(run.status()).as(run.err()).isEqualTo(status);
            assertThat(site.callSites()).contains("com.acme.hosted.Desk.message");
        }
    }

    /** The end of this test is the test: the exporters, asked alone, would wait for an hour. */
    @Test
    void isNotHeldUpByACollectorThatNeverAnswers() throws IOException {
        try (Site site = new Site();
                ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Jvm jvm = site.jvm(Jdk.current())
                    .variable("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + silent.getLocalPort())
                    .variable("OTEL_EXPORTER_OTLP_TIMEOUT", NEVER)
                    .variable("OTEL_BSP_EXPORT_TIMEOUT", NEVER);

            assertThat(ended(jvm, "exit").status()).isEqualTo(7);
        }
    }

    private Jvm.Run ended(Jvm jvm, String ending) throws IOException {
        try (Simulator slow = Simulator.start()) {
            slow.pace(new Pace(Duration.ZERO, Duration.ofHours(1)));
            return jvm.variable("OPENAI_BASE_URL", slow.baseUrl() + "/v1")
                    .classPath(Libraries.ofSdks()
                            .behind(ApplicationJar.in(directory))
                            .classPath())
                    .run(Departure.class, ending);
        }
    }
}
