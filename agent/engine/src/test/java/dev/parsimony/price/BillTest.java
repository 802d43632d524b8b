// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Terms;
import dev.parsimony.exchange.Usage;
import java.time.Instant;
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
