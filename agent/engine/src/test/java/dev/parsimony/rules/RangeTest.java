// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTest {
    @ParameterizedTest
    @CsvSource({
        "< 2000, 1999, true",
        "< 2000, 2000, false",
        "<=2000, 2000, true",
        "> 4, 4, false",
        "> 4, 5, true",
        ">= 4, 4, true",
        "500..2000, 500, true",
        "500..2000, 2000, true",
        "500 .. 2000, 2001, false",
        "500..2000, 499, false",
        "0, 0, true",
        "0, 0.1, false",
        "= 1, 1, true",
        "< 0.5, 0.4, true",
        ">= 4, NaN, false",
        "< 4, NaN, false",
        "4, NaN, false"
    })
    void letsThroughWhatTheComparisonSays(String comparison, double number, boolean contained) {
        assertThat(Range.of(comparison).contains(number)).isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<", "many", "< -1", "-1", "2000..500", "1..", "..5", "< 1k", "!= 4", "<> 4", "1e3", "=> 4"})
    void refusesWhatIsNoComparison(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Range.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"< 2000", "<= 2000", "> 4", ">= 4", "500..2000", "0", "0.7", "> 0"})
    void printsItselfAsWritten(String text) {
        assertThat(Range.of(text)).hasToString(text);
    }

    @Test
    void isEmptyWhereNoNumberIsLetThrough() {
        assertThat(Range.of("< 0").isEmpty()).isTrue();
        assertThat(Range.of("<= 0").isEmpty()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "< 2000, < 100, true",
        "< 100, < 2000, false",
        "< 2000, <= 2000, false",
        "<= 2000, < 2000, true",
        ">= 4, 5..6, true",
        "> 4, 4..6, false",
        "5, < 0, true"
    })
    void knowsWhichRangesItEncloses(String wide, String narrow, boolean encloses) {
        assertThat(Range.of(wide).encloses(Range.of(narrow))).isEqualTo(encloses);
    }
}
