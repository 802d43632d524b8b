// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line. */
class MainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return Main.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void saysWhereItListens() {
        assertThat(run("--port", "0")).isEqualTo(-1);
        assertThat(out.toString(StandardCharsets.UTF_8)).matches("listening on http://127\\.0\\.0\\.1:\\d+\\R");
    }

    @Test
    void listsItsOptions() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--port", "--host", "/_simulator/bill");
    }

    @ParameterizedTest
    @CsvSource({"--port, --port needs a value", "--ports, unknown option: --ports", "--port=1, unknown option: --port=1"
    })
    void refusesWhatItDoesNotUnderstand(String argument, String message) {
        assertThat(run(argument)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(message).contains("--help");
    }

    @ParameterizedTest
    @CsvSource({"many", "65536", "-1"})
    void refusesAPortThatIsNone(String port) {
        assertThat(run("--port", port)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("not " + port);
    }

    @Test
    void saysSoWhenThePortIsTaken() {
        try (Simulator other = Simulator.start()) {
            assertThat(run("--port", String.valueOf(other.port()))).isEqualTo(2);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("is another process using it?");
        }
    }
}
