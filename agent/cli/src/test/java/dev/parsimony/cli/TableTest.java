// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void setsNumbersToTheRightAndWordsToTheLeft() {
        Table table = new Table(List.of("name", "n"), List.of(List.of("a", "10"), List.of("long", "5")));

        assertThat(table.text()).isEqualTo("name   n\na     10\nlong   5");
    }

    @Test
    void quotesWhatWouldBreakARowApart() {
        Table table = new Table(List.of("text"), List.of(List.of("a,b"), List.of("say \"x\""), List.of("two\nlines")));

        assertThat(table.csv()).isEqualTo("text\n\"a,b\"\n\"say \"\"x\"\"\"\n\"two\nlines\"");
    }

    @Test
    void leavesEmptyCellsOutOfATree() {
        Table table = new Table(List.of("a", "b"), List.of(List.of("", "1.50")));

        assertThat(JsonText.of(table.tree())).isEqualTo("[\n  {\n    \"b\" : 1.5\n  }\n]");
    }
}
