// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is charged, to the last digit. */
class BillTest {

    private final Ledger ledger = new Ledger();

    private Charge charge(Api api, String json, int output) {
        Pending pending = ledger.open(api, json);
        pending.begin(ledger.now());
        return pending.settle(output, 0);
    }

    private static String chat(String model, String settings, int tokens) {
        return "{\"model\": \"" + model + "\", " + settings + "\"messages\": [{\"role\": \"user\", \"content\": \""
                + "x".repeat((tokens - Prompt.PRIMING - TokenFactor.OVERHEAD) * 4) + "\"}]}";
    }

    private static String messages(String model, String settings) {
        return "{\"model\": \"" + model + "\", \"max_tokens\": 9, " + settings
                + "\"messages\": [{\"role\": \"user\", \"content\": \"hello\"}]}";
    }

    @Test
    void pricesEachClassOfTokensExactly() {
        Model sonnet =
                Models.shipped().find(Provider.ANTHROPIC, "claude-sonnet-4-5").orElseThrow();

        Amounts amounts = sonnet.tariff().price(new Usage(1, 10, 100, 1000, 10_000, 0), BigDecimal.ONE);

        assertThat(amounts.uncached()).isEqualByComparingTo("0.000003");
        assertThat(amounts.read()).isEqualByComparingTo("0.000003");
        assertThat(amounts.write()).isEqualByComparingTo("0.000375");
        assertThat(amounts.longWrite()).isEqualByComparingTo("0.006");
        assertThat(amounts.output()).isEqualByComparingTo("0.15");
        assertThat(amounts.total()).isEqualByComparingTo("0.156381");
    }

    @Test
    void chargesAWholeRequestAtTheLongPromptsPrice() {
        Charge usual = charge(Api.OPENAI_CHAT, chat("gpt-5.4", "", 272_000), 1000);
        Charge longer = charge(Api.OPENAI_CHAT, chat("gpt-5.4", "", 272_001).replace("xxxx", "yyyy"), 1000);

        assertThat(usual.amounts().total()).isEqualByComparingTo("0.695");
        assertThat(longer.amounts().uncached()).isEqualByComparingTo("1.360005");
        assertThat(longer.amounts().output()).isEqualByComparingTo("0.0225");
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-5.6-luna, flex, flex, 0.5",
        "gpt-5.6-luna, priority, priority, 2",
        "gpt-5.6-luna, default, default, 1",
        "gpt-4o, priority, default, 1"
    })
    void multipliesByTheTierThatServes(String model, String asked, String served, BigDecimal factor) {
        String plain = chat(model, "", 100);
        Charge usual = charge(Api.OPENAI_CHAT, plain, 10);

        Charge charge = charge(Api.OPENAI_CHAT, chat(model, "\"service_tier\": \"" + asked + "\", ", 100), 10);

        assertThat(charge.tier()).isEqualTo(served);
        assertThat(charge.amounts().total())
                .isEqualByComparingTo(usual.amounts().total().multiply(factor));
    }

    @ParameterizedTest
    @CsvSource({
        "claude-opus-5-5, '\"speed\": \"fast\", ', 2",
        "claude-opus-5-5, '\"inference_geo\": \"us\", ', 1.1",
        "claude-opus-4-5, '\"inference_geo\": \"us\", ', 1"
    })
    void multipliesByAnthropicsTerms(String model, String setting, BigDecimal factor) {
        Charge usual = charge(Api.ANTHROPIC_MESSAGES, messages(model, ""), 10);

        Charge charge = charge(Api.ANTHROPIC_MESSAGES, messages(model, setting), 10);

        assertThat(charge.amounts().total())
                .isEqualByComparingTo(usual.amounts().total().multiply(factor));
    }

    @Test
    void sumsByModel() {
        charge(Api.OPENAI_CHAT, chat("gpt-4o", "", 100), 10);
        charge(Api.OPENAI_CHAT, chat("gpt-4o", "", 200), 20);
        charge(Api.OPENAI_CHAT, chat("gpt-4o-mini", "", 100), 10);

        Bill bill = ledger.account.bill();

        assertThat(bill.byModel()).containsOnlyKeys("gpt-4o", "gpt-4o-mini");
        Bill.Line line = bill.byModel().get("gpt-4o");
        assertThat(line.requests()).isEqualTo(2);
        assertThat(line.usage().input()).isEqualTo(300);
        assertThat(line.usage().output()).isEqualTo(30);
        assertThat(bill.total()).isEqualByComparingTo("0.001071");
    }

    @Test
    void chargesEmbeddingsForTheirInput() {
        String json = "{\"model\": \"text-embedding-3-small\", \"input\": [\"one two\", [1, 2, 3]]}";

        Charge charge = charge(Api.OPENAI_EMBEDDINGS, json, 0);

        assertThat(charge.usage().input()).isEqualTo(Prompt.PRIMING + 2 + 3);
        assertThat(charge.amounts().output()).isZero();
    }
}
