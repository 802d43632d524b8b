// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceCommandTest {
    private final Terminal terminal = new Terminal();

    @Test
    void showsTheArithmeticLineByLine() {
        int code = terminal.run("price", "gpt-4o", "--input", "1000", "--cache-read", "2000", "--output", "300");

        assertThat(code).isZero();
        assertThat(terminal.lines())
                .containsExactly(
                        "gpt-4o (openai)",
                        "  input                      1,000  x        2.5 / 1,000,000  = 0.0025",
                        "  cache read                 2,000  x       1.25 / 1,000,000  = 0.0025",
                        "  output                       300  x         10 / 1,000,000  = 0.003",
                        "  total 0.008 USD",
                        "  source: pydantic/genai-prices at 47df840a, 2026-08-21",
                        "  source: anomalyco/models.dev at f3fc6922, 2026-07-02");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void writesTheTotalAsJson() {
        terminal.run("price", "claude-opus-5", "--input", "1000000", "--json");

        Node bill = json();
        assertThat(bill.get("total").raw()).isEqualTo("5");
        assertThat(bill.get("currency").text()).isEqualTo("USD");
        assertThat(bill.get("lines").items()).singleElement().satisfies(line -> {
            assertThat(line.get("what").text()).isEqualTo("input");
            assertThat(line.get("tokens").raw()).isEqualTo("1000000");
            assertThat(line.get("per_million").raw()).isEqualTo("5");
            assertThat(line.get("amount").raw()).isEqualTo("5");
        });
    }

    @Test
    void neverWritesASmallAmountWithAnExponent() {
        terminal.run("price", "gpt-5-nano", "--input", "1", "--json");

        assertThat(json().get("total").raw()).isEqualTo("0.00000005");
    }

    @Test
    void takesTokenCountsAsDisjoint() {
        terminal.run("price", "gpt-5", "--input", "0", "--output", "400", "--reasoning", "600", "--json");

        assertThat(json().get("total").raw()).isEqualTo("0.01"); // 1000 x 10
    }

    @Test
    void pricesBothLifetimesOfACacheWrite() {
        terminal.run(
                "price",
                "claude-opus-5",
                "--input",
                "0",
                "--cache-write",
                "1000000",
                "--cache-write-1h",
                "1000000",
                "--json");

        assertThat(json().get("total").raw()).isEqualTo("16.25");
    }

    @Test
    void appliesTheTierAndTheTimeThatAreGiven() {
        terminal.run(
                "price", "gemini-4-argon", "--input", "1000000", "--tier", "batch", "--at", "2026-12-01", "--json");

        assertThat(json().get("total").raw()).isEqualTo("2"); // doubled that day, halved in a batch
    }

    @ParameterizedTest
    @CsvSource({
        "acme.openai.azure.com, gpt-4o, gpt-4o (azure.ai.openai)",
        "api.groq.com, openai/gpt-oss-120b, openai/gpt-oss-120b (groq)",
        "api.anthropic.com, claude-opus-5, claude-opus-5 (anthropic)",
        "llm.corp.example, gpt-4o, gpt-4o (openai)",
    })
    void takesThePricesOfWhoeverAnswersAtTheHost(String host, String model, String tariff) {
        terminal.run("price", model, "--input", "1", "--host", host);

        assertThat(terminal.lines().get(0)).isEqualTo(tariff);
    }

    @ParameterizedTest
    @CsvSource({"gpt-6-sol, 0.22", "gpt-4.1, 0.2", "gpt-4o-mini, 0.015"})
    void addsWhatAHostOfOneRegionCostsMore(String model, String total) {
        terminal.run("price", model, "--input", "100000", "--host", "eu.api.openai.com", "--json");

        assertThat(json().get("total").raw()).isEqualTo(total);
    }

    @Test
    void takesAUsersOwnPrices() {
        terminal.typing("models: [{provider: openai, id: my-tune, prices: [{input: 7, output: 8}]}]")
                .run("price", "my-tune", "--input", "1000000", "--pricing", "-");

        assertThat(terminal.lines()).contains("  total 7 USD");
    }

    @Test
    void takesThePricesOfASettingsFile() {
        terminal.typing("pricing: {discounts: [{provider: openai, factor: 0.8}]}")
                .run("price", "gpt-4o", "--input", "1000000", "--settings", "-");

        assertThat(terminal.lines()).contains("  x 0.8  contract with the provider", "  total 2 USD");
    }

    @Test
    void refusesAWrongPriceFileAndSaysWhere() {
        int code = terminal.typing("models: [{provider: openai, id: my-tune, prices: [{input: 7000000}]}]")
                .run("price", "my-tune", "--input", "1", "--pricing", "-");

        assertThat(code).isEqualTo(2);
        assertThat(terminal.err()).contains("standard input:1:", "input is 7000000, outside 0.0001 to 2000");
    }

    @Test
    void findsNoPriceOfAModelNobodyKnows() {
        int code = terminal.run("price", "gpt-nine", "--input", "1", "--json");

        assertThat(code).isEqualTo(1);
        assertThat(json().get("total").is(Node.Kind.NULL)).isTrue();
        assertThat(json().get("unknown").text()).isEqualTo("unknown_model");
        assertThat(terminal.err())
                .isEqualTo(
                        "price gpt-nine: no price of this model is known. `parsimony prices` lists those that are.\n");
    }

    @Test
    void saysWhichKindOfTokenHasNoPrice() {
        assertThat(terminal.run("price", "gpt-5.5-pro", "--input", "1", "--cache-read", "1"))
                .isEqualTo(1);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("there is no known price for cache read");
    }

    @Test
    void refusesNegativeCounts() {
        assertThat(terminal.run("price", "gpt-4o", "--input", "-1")).isEqualTo(2);
        assertThat(terminal.err()).contains("a count of tokens is negative");
    }

    @Test
    void refusesWhatIsNoTime() {
        assertThat(terminal.run("price", "gpt-4o", "--input", "1", "--at", "noon"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("'noon' is no time; write 2026-11-21 or 2026-11-21T12:00:00Z");
    }

    @Test
    void asksForTheInputWhereItIsMissing() {
        assertThat(terminal.run("price", "gpt-4o")).isEqualTo(2);
        assertThat(terminal.err()).contains("--input");
    }

    private Node json() {
        return Texts.json(terminal.out());
    }
}
