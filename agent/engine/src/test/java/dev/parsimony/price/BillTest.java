// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Terms;
import dev.parsimony.exchange.TokenKind;
import dev.parsimony.exchange.Usage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BillTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final Tariffs tariffs = Tariffs.builtIn();

    @Test
    void printsEachKindOfTokenThenTheFactorsThenTheTotal() {
        Bill bill =
                tariffs.bill("openai", "gpt-6-luna", Terms.of("batch"), Usage.text(300_000, 0, 0, 0, 600, 400), NOW);

        assertThat(bill.toString().lines())
                .containsExactly(
                        "gpt-6-luna (openai)",
                        "  input                    300,000  x        0.2 / 1,000,000  = 0.06",
                        "  output                       600  x       0.75 / 1,000,000  = 0.00045",
                        "  reasoning                    400  x       0.75 / 1,000,000  = 0.0003",
                        "  x 0.5  service tier batch",
                        "  prices of the whole request, as its input is above 272,000 tokens",
                        "  total 0.030375 USD");
    }

    @Test
    void chargesTheProvidersToolsBesideTheTokensWhateverTheTier() {
        Usage usage = Usage.text(1000, 0, 0, 0, 0, 0).withTool("web_search", 3);
        Terms terms = new Terms("batch", List.of("geo_us"), null);

        assertThat(tariffs.bill("anthropic", "claude-opus-5", terms, usage, NOW)
                        .toString()
                        .lines())
                .containsExactly(
                        "claude-opus-5 (anthropic)",
                        "  input                      1,000  x          5 / 1,000,000  = 0.005",
                        "  x 0.5  service tier batch",
                        "  x 1.1  geo_us",
                        "  web search                     3  x         10 /     1,000  = 0.03",
                        "  total 0.03275 USD");
    }

    @Test
    void knowsNoTotalWhereAToolHasNoPrice() {
        Usage usage = Usage.text(1000, 0, 0, 0, 0, 0).withTool("code_interpreter", 1);

        assertThat(tariffs.bill("openai", "gpt-5", Terms.LIST, usage, NOW).cost())
                .isEqualTo(Cost.unknown("no_price_for_code_interpreter"));
    }

    @Test
    void flagsAToolWhosePriceIsNotSure() {
        Usage usage = Usage.text(0, 0, 0, 0, 0, 0).withTool("web_search", 1);

        assertThat(tariffs.bill("openai", "gpt-5", Terms.LIST, usage, NOW).toString())
                .endsWith("total 0.01 USD (low confidence)");
    }

    @Test
    void neverTakesSoundForText() {
        Usage usage = Usage.NONE.with(TokenKind.AUDIO_INPUT, 1);

        assertThat(tariffs.bill("openai", "gpt-5", Terms.LIST, usage, NOW).cost())
                .isEqualTo(Cost.unknown("no_price_for_audio_input"));
    }

    @Test
    void knowsNoPriceOfASurchargeThatIsNotListed() {
        Terms fast = new Terms("", List.of("fast"), null);

        assertThat(tariffs.bill("anthropic", "claude-haiku-4-5", fast, Usage.text(1, 0, 0, 0, 0, 0), NOW)
                        .cost())
                .isEqualTo(Cost.unknown("unknown_surcharge"));
    }

    @Test
    void printsWhyThereIsNoTotal() {
        Bill bill = tariffs.bill("openai", "gpt-nine", Terms.LIST, Usage.text(1, 0, 0, 0, 1, 0), NOW);

        assertThat(bill.toString().lines()).containsExactly("gpt-nine", "  total unknown: unknown_model");
    }

    @Test
    void saysThatAPriceIsDisputedAndWhy() {
        Bill bill = tariffs.bill("openai", "gpt-6.2-sol", Terms.LIST, Usage.text(1000, 0, 0, 0, 0, 0), NOW);

        assertThat(bill.toString())
                .contains("disputed: cached_input 0.10 assumed equal to gpt-6.1-sol")
                .endsWith("total 0.002 USD (low confidence)");
    }

    @Test
    void namesTheLifetimeOfACacheWrite() {
        Bill bill = tariffs.bill("anthropic", "claude-opus-5", Terms.LIST, Usage.text(0, 0, 10, 20, 0, 0), NOW);

        assertThat(bill.lines()).extracting(Bill.Line::what).containsExactly("cache_write_5m", "cache_write_1h");
    }
}
