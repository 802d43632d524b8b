// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Node;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
    @TempDir
    Path directory = Path.of("");

    private final Terminal terminal = new Terminal();

    @Test
    void printsEachBillInJson() throws IOException {
        assertThat(terminal.run("simulate", traffic(), "--json")).isZero();

        Node bills = Texts.json(terminal.out());
        assertThat(usd(bills, "parsimony")).isLessThan(usd(bills, "as_sent"));
        assertThat(usd(bills, "bound")).isLessThanOrEqualTo(usd(bills, "parsimony"));
        assertThat(bills.get("bound_is").text()).isEqualTo("optimum");
        assertThat(usd(bills.get("strategies"), "last_system_block")).isPositive();
    }

    @Test
    void printsATable() throws IOException {
        assertThat(terminal.run("simulate", traffic())).isZero();

        assertThat(terminal.lines().get(0)).contains("bill", "usd", "percent_of_as_sent");
        assertThat(terminal.lines().get(1)).startsWith("as_sent").endsWith("100.0");
        assertThat(terminal.lines().get(3)).startsWith("bound (optimum)");
    }

    @Test
    void writesTheRequestsAsTheyWouldHaveBeenSent() throws IOException {
        Path out = directory.resolve("out.jsonl");

        assertThat(terminal.run("simulate", traffic(), "--out", out.toString())).isZero();
        assertThat(Files.readAllLines(out))
                .hasSize(8)
                .allSatisfy(line -> assertThat(
                                Texts.json(line).get("request").get("model").text())
                        .isEqualTo("claude-sonnet-5"))
                .anySatisfy(line -> assertThat(line).contains("cache_control"));
        assertThat(terminal.run("simulate", out.toString())).isZero();
    }

    @Test
    void followsTheRulesOfAFile() throws IOException {
        Path rules = Files.writeString(directory.resolve("rules.yaml"), "prompt_cache: {mode: off}\n");

        assertThat(terminal.run("simulate", traffic(), "--rules", rules.toString(), "--json"))
                .isZero();
        Node bills = Texts.json(terminal.out());
        assertThat(usd(bills, "parsimony")).isEqualByComparingTo(usd(bills, "as_sent"));
    }

    @Test
    void refusesAFileWithAWordAboutWhereItIsWrong() throws IOException {
        Path file = Files.writeString(directory.resolve("bad.jsonl"), "\n{\"request\":1}\n");

        assertThat(terminal.run("simulate", file.toString())).isEqualTo(2);
        assertThat(terminal.err()).isEqualTo(file + ":2: has no object under request\n");
    }

    @Test
    void saysWhatItLeavesOut() {
        String line = "{\"at\":\"2026-11-21T12:00:00Z\",\"url\":\"https://h.example/other\",\"request\":{}}";

        assertThat(terminal.typing(line).run("simulate", "-")).isZero();
        assertThat(terminal.err()).startsWith("simulate: 1 of 1 calls are left out");
    }

    private static BigDecimal usd(Node bills, String name) {
        return new BigDecimal(bills.get(name).raw());
    }

    private String traffic() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int call = 0; call < 8; call++) {
            lines.append("{\"at\":\"2026-11-21T12:0" + call + ":00Z\",\"call_site\":\"com.acme.A.b\",\"url\":"
                    + "\"https://api.anthropic.com/v1/messages\",\"output_tokens\":9,\"request\":{\"model\":"
                    + "\"claude-sonnet-5\",\"max_tokens\":9,\"system\":\"" + "rule. ".repeat(1700)
                    + "\",\"messages\":[{\"role\":\"user\",\"content\":\"question " + call + "\"}]}}\n");
        }
        return Files.writeString(directory.resolve("traffic.jsonl"), lines).toString();
    }
}
