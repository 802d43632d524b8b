// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void isMarkdownThatReadsWellAsItIs() {
        Table table = new Table("time", "µs").row("bare SDK", "7").row("hit", "1234");

        assertThat(table).hasToString("""
                | time     |   µs |
                |----------|-----:|
                | bare SDK |    7 |
                | hit      | 1234 |
                """);
    }

    @Test
    void refusesARowThatDoesNotFitItsTitles() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table("a", "b").row("1"))
                .withMessageContaining("does not fit [a, b]");
    }
}
