// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
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

    @Test
    void leavesAloneATextThatIsTooLongForItsExpression() {
        Condition condition = Phrased.of(Phrased.Part.USER, "(?s)a.{900}b");
        Asked fitting = Asked.anything().with("user", "a".repeat(1_000) + "b");
        Asked tooLong = Asked.anything().with("user", "a".repeat(10_000) + "b");

        assertThat(condition.holds(fitting)).isTrue();
        assertThat(condition.holds(tooLong)).isFalse();
        assertThat(condition.seen(tooLong)).startsWith("not searched, its 10001 characters are more than the 2");
    }

    @Test
    void appliesNoRuleByWhatItCouldNotSearch() {
        List<Condition> expression = List.of(Phrased.of(Phrased.Part.USER, "(?s)a.{900}b"));
        Rule when = Rule.of("when", expression, List.of(), Actions.none(), false);
        Rule unless = Rule.of("unless", List.of(), expression, Actions.none(), false);
        Asked tooLong = Asked.anything().with("user", "c".repeat(10_000));

        assertThat(when.applies(tooLong)).isFalse();
        assertThat(unless.applies(tooLong)).isFalse();
        assertThat(unless.applies(Asked.anything().with("user", "c"))).isTrue();
        assertThat(Verdict.of(unless, tooLong).why()).contains("not searched");
    }

    @Test
    void searchesALongTextForAWord() {
        Condition condition = Phrased.of(Phrased.Part.SYSTEM, "(?i)translate");

        assertThat(condition.holds(Asked.anything().with("system", "a".repeat(150_000) + " Translate")))
                .isTrue();
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
