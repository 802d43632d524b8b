// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String BROKEN =
            "version: 1\nrules:\n  - name: a\n    when: {modle: gpt-4o}\n    then: {max_tokens: 5}\n";

    @TempDir
    Path directory = Path.of("");

    private final Terminal terminal = new Terminal();

    @Test
    void findsNothingInAFileThatIsInOrder() throws IOException {
        String file = file("version: 1\nrules:\n  - {name: a, then: {max_tokens: 5}}\n");

        assertThat(terminal.run("check", file)).isZero();
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).isEqualTo(file + " is in order: 1 rule.\n");
    }

    @Test
    void saysWhereWhatAndHowToMendIt() throws IOException {
        String file = file(BROKEN);

        assertThat(terminal.run("check", file)).isEqualTo(1);
        assertThat(terminal.out())
                .startsWith(file + ":4:12: rules[0].when.modle: ")
                .contains("Did you mean \"model\"?");
        assertThat(terminal.err()).isEqualTo(file + " would be refused: 1 problem.\n");
    }

    @Test
    void warnsOfARuleThatCanNeverApply() throws IOException {
        String file = file("""
                rules:
                  - {name: all, then: {max_tokens: 5}, final: true}
                  - {name: late, when: {model: gpt-4o}, then: {max_tokens: 9}}
                """);

        assertThat(terminal.run("check", file)).isZero();
        assertThat(terminal.lines())
                .singleElement()
                .satisfies(line ->
                        assertThat(line).startsWith("warning: " + file + ":3:").contains("never applies"));
        assertThat(terminal.err()).isEqualTo(file + " is in order: 2 rules, 1 warning.\n");
    }

    @Test
    void readsStandardInput() {
        assertThat(terminal.typing(BROKEN).run("check", "-")).isEqualTo(1);
        assertThat(terminal.out()).startsWith("standard input:4:12: ");
    }

    @Test
    void writesFindingsAsJson() {
        assertThat(terminal.typing(BROKEN).run("check", "-", "--json")).isEqualTo(1);

        Node findings = Texts.json(terminal.out());
        assertThat(findings.get("accepted").raw()).isEqualTo("false");
        Node problem = findings.get("problems").items().get(0);
        assertThat(problem.get("line").raw()).isEqualTo("4");
        assertThat(problem.get("column").raw()).isEqualTo("12");
        assertThat(problem.get("path").text()).isEqualTo("rules[0].when.modle");
    }

    @Test
    void cannotRunWithoutTheFile() {
        assertThat(terminal.run("check", directory.resolve("none.yaml").toString()))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("none.yaml: cannot be read: there is no such file");
    }

    @Test
    void readsTheFileAloneWhateverTheEnvironmentSays() {
        terminal.with(Map.of("PARSIMONY_MODE", "nonsense", "MODE", "observe")).typing("mode: \"${env:MODE}\"\n");

        assertThat(terminal.run("check", "-")).isZero();
        assertThat(terminal.err()).isEqualTo("""
                        standard input is in order: 0 rules.
                        Not read here: PARSIMONY_MODE. Where the agent runs, such settings win over the file.
                        """);
    }

    @Test
    void saysInItsHelpThatItReadsTheFileAlone() {
        terminal.run("check", "--help");

        assertThat(terminal.out().replaceAll("\\s+", " "))
                .contains("The file is read alone")
                .contains("PARSIMONY_*")
                .contains("-Dparsimony.*");
    }

    private String file(String text) throws IOException {
        return Files.writeString(directory.resolve("parsimony.yaml"), text).toString();
    }
}
