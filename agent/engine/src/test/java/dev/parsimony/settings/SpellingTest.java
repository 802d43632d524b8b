// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private static final List<String> KNOWN = List.of("model", "mode", "max_tokens", "prompt_cache", "to");

    @ParameterizedTest
    @CsvSource({
        "modle, model",
        "modell, model",
        "mod, mode",
        "maxtokens, max_tokens",
        "promt_cash, prompt_cache",
        "prmopt_cache, prompt_cache",
        "too, to"
    })
    void findsWhatIsMeant(String word, String meant) {
        assertThat(Spelling.nearest(word, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"temperature", "cache", "xy"})
    void findsNothingWhereNothingIsNear(String word) {
        assertThat(Spelling.nearest(word, KNOWN)).isEmpty();
    }

    @Test
    void countsASwapAsOneSlip() {
        assertThat(Spelling.distance("modle", "model")).isEqualTo(1);
        assertThat(Spelling.distance("", "abc")).isEqualTo(3);
        assertThat(Spelling.distance("same", "same")).isZero();
    }
}
