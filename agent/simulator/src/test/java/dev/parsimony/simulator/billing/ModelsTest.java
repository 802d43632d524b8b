// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The models on offer. */
class ModelsTest {

    private final Models models = Models.shipped();

    @ParameterizedTest
    @CsvSource({
        "OPENAI, gpt-4o, gpt-4o",
        "OPENAI, gpt-4o-2024-11-20, gpt-4o",
        "OPENAI, gpt-5-codex, gpt-5",
        "ANTHROPIC, claude-sonnet-4-5-20250929, claude-sonnet-4-5",
        "ANTHROPIC, claude-sonnet-4-5-latest, claude-sonnet-4-5"
    })
    void findsAModelByNameAliasOrSnapshot(Provider provider, String name, String id) {
        assertThat(models.find(provider, name)).map(Model::id).contains(id);
    }

    @ParameterizedTest
    @CsvSource({"OPENAI, gpt-nine", "ANTHROPIC, gpt-4o", "OPENAI, claude-sonnet-4-5", "ANTHROPIC, claude-opus-4-1"})
    void knowsNoOther(Provider provider, String name) {
        assertThat(models.find(provider, name)).isEmpty();
    }

    @Test
    void chargesLessForReadingThanForReadingAnew() {
        assertThat(models.all())
                .filteredOn(model -> model.caching() != Caching.NONE)
                .isNotEmpty()
                .allSatisfy(model -> assertThat(model.tariff().usual().read())
                        .isLessThan(model.tariff().usual().input()));
    }

    @Test
    void chargesMoreForWritingWhereWritesAreCharged() {
        assertThat(models.all())
                .filteredOn(model -> model.caching() == Caching.MARKS || model.caching() == Caching.BREAKPOINTS)
                .isNotEmpty()
                .allSatisfy(model -> {
                    Prices usual = model.tariff().usual();
                    assertThat(usual.write()).isGreaterThan(usual.input());
                    assertThat(usual.longWrite()).isGreaterThan(usual.write());
                });
    }

    @ParameterizedTest
    @CsvSource({
        "gemini-4-argon, 2026-11-30T23:59:59Z, 2",
        "gemini-4-argon, 2026-12-01T00:00:00Z, 4",
        "gemini-3.8-flash, 2026-12-31T23:59:59Z, 0.75",
        "gemini-3.8-flash, 2027-01-01T00:00:00Z, 1.5"
    })
    void chargesWhatWasAnnouncedFromItsDayOn(String model, Instant at, BigDecimal input) {
        Tariff tariff = models.find(Provider.GOOGLE, model).orElseThrow().tariff();

        assertThat(tariff.at(at).usual().input()).isEqualByComparingTo(input);
    }

    @Test
    void countsMoreTokensFromClaude47On() {
        String text = "The quick brown fox jumps over the lazy dog. ".repeat(100);
        int before = factor("claude-opus-4-6").tokens(text);
        int after = factor("claude-opus-4-7").tokens(text);

        assertThat((double) after / before).isBetween(1.25, 1.35);
    }

    private TokenFactor factor(String model) {
        return models.find(Provider.ANTHROPIC, model).orElseThrow().factor();
    }
}
