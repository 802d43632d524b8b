// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Environment;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    private final Terminal terminal = new Terminal();

    @Test
    void showsItsHelpOnStandardOutput() {
        assertThat(terminal.run("--help")).isZero();
        assertThat(terminal.out())
                .contains("-javaagent:parsimony-agent.jar", "price", "prices", "version", "check", "explain");
        assertThat(terminal.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"price", "prices", "version", "check", "explain"})
    void showsHelpOfEachCommand(String command) {
        assertThat(terminal.run(command, "--help")).isZero();
        assertThat(terminal.out()).contains("parsimony " + command, "--json", "--help");
    }

    @Test
    void saysWhatIsMissingWhereNoCommandIsGiven() {
        assertThat(terminal.run()).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).isEqualTo("parsimony: no command is given. `parsimony --help` lists them\n");
    }

    @Test
    void hasNoHelpForACommandThatThereIsNot() {
        assertThat(terminal.run("chekc", "--help")).isEqualTo(2);
        assertThat(terminal.err()).contains("'chekc'", "Did you mean check?");
    }

    @Test
    void takesHelpForACommand() {
        assertThat(terminal.run("help")).isZero();
        assertThat(terminal.out()).contains("-javaagent:parsimony-agent.jar");
    }

    @Test
    void takesHelpOfACommandForACommand() {
        assertThat(terminal.run("help", "price")).isZero();
        assertThat(terminal.out()).contains("parsimony price", "--input");
    }

    @ParameterizedTest
    @CsvSource({"prise, price", "chekc, check"})
    void proposesTheNearestCommand(String written, String meant) {
        assertThat(terminal.run(written)).isEqualTo(2);
        assertThat(terminal.err()).contains("'" + written + "'", "Did you mean " + meant);
    }

    @Test
    void proposesTheNearestOption() {
        assertThat(terminal.run("price", "gpt-4o", "--input", "1", "--outptu", "1"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("--outptu", "Did you mean --output?", "`parsimony price --help`");
    }

    @Test
    void saysOfAFaultOfItsOwnThatItCouldNotRun() {
        InstantSource broken = () -> {
            throw new IllegalStateException("no time");
        };
        StringWriter err = new StringWriter();
        Console console = new Console(InputStream.nullInputStream(), new PrintWriter(err), new PrintWriter(err), false);

        assertThat(new Cli(console, new Environment(Map.of(), Map.of()), broken).run("prices"))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("parsimony: a fault of its own").contains("no time");
    }

    @Test
    void coloursNothingUnlessAsked() {
        terminal.run("--help");

        assertThat(terminal.out()).doesNotContain("\u001b[");
    }

    @Test
    void coloursHelpOnATerminal() {
        terminal.inColour().run("--help");

        assertThat(terminal.out()).contains("\u001b[");
    }

    @Test
    void honoursNoColor() {
        assertThat(Console.colours(variables("NO_COLOR", "1"), true)).isFalse();
        assertThat(Console.colours(variables("TERM", "dumb"), true)).isFalse();
        assertThat(Console.colours(variables("NO_COLOR", ""), true)).isTrue();
        assertThat(Console.colours(variables("TERM", "xterm"), false)).isFalse();
    }

    private static Environment variables(String name, String value) {
        return new Environment(Map.of(), Map.of(name, value));
    }
}
