// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "gpt-4o, gpt-4o, true",
        "gpt-4o, gpt-4o-mini, false",
        "gpt-4o*, gpt-4o, true",
        "gpt-4o*, gpt-4o-mini, true",
        "*mini, gpt-4o-mini, true",
        "*mini, gpt-4o-mini-2024, false",
        "*-4o-*, gpt-4o-mini, true",
        "a*b*c, a-b-b-c, true",
        "a*b*c, a-c-b, false",
        "a*a, a, false",
        "*, anything, true",
        "**, anything, true",
        "g?t, gpt, false",
        "GPT, gpt, false"
    })
    void aStarStandsForAnyTextAndNothingElseStandsForAnything(String glob, String text, boolean fits) {
        assertThat(new Glob(glob).matches(text)).isEqualTo(fits);
    }

    @Test
    void nothingFitsATextThatIsNotKnown() {
        assertThat(new Glob("*").matches("")).isFalse();
    }

    @Test
    void hostsKnowNoCase() {
        assertThat(Glob.ofHost("*.OpenAI.azure.com").matches("acme.openai.azure.com"))
                .isTrue();
    }

    @Test
    void isNeverEmpty() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Glob(""));
    }

    @ParameterizedTest
    @CsvSource({
        "*, gpt-4o*, true",
        "gpt-*, gpt-4o*, true",
        "gpt-4o*, gpt-*, false",
        "gpt-4o, gpt-4o, true",
        "gpt-4o, gpt-*, false",
        "g*o, g*mini-*o, true"
    })
    void knowsWhichPatternsItEncloses(String wide, String narrow, boolean encloses) {
        assertThat(new Glob(wide).encloses(new Glob(narrow))).isEqualTo(encloses);
    }
}
