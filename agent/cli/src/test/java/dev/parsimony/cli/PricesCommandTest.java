// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Node;
import org.junit.jupiter.api.Test;

class PricesCommandTest {
    private final Terminal terminal = new Terminal();

    @Test
    void listsTheModelsOfAllProvidersUnderHeadings() {
        assertThat(terminal.run("prices")).isZero();
        assertThat(terminal.lines().get(0))
                .contains("provider", "model", "input", "cache_read", "output", "confidence");
        assertThat(terminal.lines())
                .hasSizeGreaterThan(150)
                .anyMatch(line -> line.matches("openai +gpt-4o +2\\.5 +1\\.25 +10"));
    }

    @Test
    void writesTheTableForSpreadsheets() {
        terminal.run("prices", "--csv");

        assertThat(terminal.lines().get(0))
                .isEqualTo("provider,model,input,cache_read,cache_write,cache_write_long,output,confidence");
        assertThat(terminal.lines()).contains("anthropic,claude-opus-5,5,0.5,6.25,10,25,");
    }

    @Test
    void writesTheTableAsJson() {
        terminal.run("prices", "--json");

        assertThat(json().items()).anySatisfy(row -> {
            assertThat(row.get("model").text()).isEqualTo("gpt-4o");
            assertThat(row.get("input").raw()).isEqualTo("2.5");
        });
    }

    @Test
    void followsTheTimeThatIsGiven() {
        terminal.run("prices", "--csv", "--at", "2026-12-24");

        assertThat(terminal.lines()).contains("gcp.gemini,gemini-4-argon,4,0.2,,,20,");
    }

    @Test
    void leavesOutModelsThatHadNoPriceYet() {
        terminal.run("prices", "--csv", "--at", "2026-01-01");

        assertThat(terminal.out()).contains(",gpt-4o,").doesNotContain("claude-fable-5-2");
    }

    @Test
    void showsAllThatIsKnownOfAModelAndFromWhere() {
        assertThat(terminal.run("prices", "claude-haiku-5-5")).isZero();
        assertThat(terminal.lines())
                .contains(
                        "claude-haiku-5-5 (anthropic), chat, active",
                        "  from 2026-10-07: input 0.1, cache read 0.01, cache write 5m 0.125, cache write 1h 0.2, output 0.5",
                        "  factors: batch x 0.5, geo_us x 1.1")
                .anyMatch(line -> line.startsWith("    above 100,000 input tokens: input 0.5"))
                .anyMatch(line -> line.startsWith("  source: ") && line.contains("2026"));
    }

    @Test
    void showsAModelAtEachProviderThatSellsIt() {
        terminal.run("prices", "gpt-4o", "--json");

        assertThat(json().items())
                .extracting(sheet -> sheet.get("provider").text())
                .containsExactly("openai", "azure.ai.openai");
    }

    @Test
    void findsNothingOfAModelNobodyKnows() {
        assertThat(terminal.run("prices", "gpt-nine")).isEqualTo(1);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("no price of gpt-nine is known");
    }

    private Node json() {
        return Texts.json(terminal.out());
    }
}
