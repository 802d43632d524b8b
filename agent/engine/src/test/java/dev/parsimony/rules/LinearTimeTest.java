// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions on which a backtracking engine takes time exponential in the text. */
class LinearTimeTest {
    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(.*a){12}b$", "^(([a-z])+.)+[A-Z]([a-z])+$"})
    void looksAtEachCharacterAFewTimesWhateverTheExpression(String expression) {
        Phrased condition = Phrased.of(Phrased.Part.USER, expression);
        Counted text = new Counted("a".repeat(5_000) + "!");
        assertThat(condition.expression().matcher(text).find()).isFalse();
        assertThat(text.looks).isLessThan(10 * text.length());
    }

    /** A text that counts how often one of its characters is looked at. */
    private static final class Counted implements CharSequence {
        private final String text;
        private int looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
