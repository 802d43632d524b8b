// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {
    @Test
    void splitsAtLineFeedsAlone() {
        Layout layout = raw("\"a\\nb\\\\nc\\\\\\nd\\u000ae\"");

        assertThat(layout.lines().stream().map(LayoutTest::text)).containsExactly("a", "b\\\\nc\\\\", "d\\u000ae");
    }

    @Test
    void takesAnEntryForItself() {
        assertThat(pieces("You help.\nCurrent time: 12:05\nBe kind.")).containsExactly("Current time: 12:05");
    }

    @Test
    void takesEntriesNextToEachOtherTogether() {
        assertThat(pieces("You help.\nTime: 12:05\nZone: UTC\nBe kind.\nId: 7"))
                .containsExactly("Time: 12:05|Zone: UTC", "Id: 7");
    }

    @Test
    void takesAShortParagraphOfOneLineForItself() {
        assertThat(pieces("You help.\nBe kind.\n\nToday is Friday.\n\nSay little.\nSay it well."))
                .containsExactly("Today is Friday.");
        assertThat(pieces("First.\nSecond.\n\n" + "x".repeat(201))).isEmpty();
    }

    @Test
    void leavesTheLinesOfALongerParagraph() {
        assertThat(pieces("It is Friday.\nTomorrow it is not.")).isEmpty();
    }

    @Test
    void leavesAnEntryThatBeginsOrEndsWithinASentence() {
        assertThat(pieces("You know that\nthe present state: it is noon")).isEmpty();
        assertThat(pieces("You help.\nState: it is noon and\nnobody is there.")).isEmpty();
    }

    @Test
    void takesNoUrlOrTimeForAName() {
        assertThat(pieces("Text.\nhttps://example.org\n12:05 noon\nmore")).isEmpty();
        assertThat(pieces("Text.\n" + "k".repeat(41) + ": v\nMore.")).isEmpty();
        assertThat(pieces("Text.\nthis is what we all know well: v\nMore.")).isEmpty();
    }

    @Test
    void leavesCodeAlone() {
        assertThat(pieces("You help.\n\n```yaml\ntime: 12:05\n```\n\nId: 7")).containsExactly("You help.", "Id: 7");
        assertThat(pieces("A.\nB.\n~~~\n\ntime: 12:05\n\nid: 6")).isEmpty();
    }

    @Test
    void leavesWhatStandsBetweenTags() {
        assertThat(pieces("<user>\nName: Bob\n\nId: 7\n</user>\nTime: 12:05")).containsExactly("Time: 12:05");
        assertThat(pieces("<now>12:05</now>\n\nId: 7")).containsExactly("Id: 7");
    }

    @Test
    void leavesListsTablesAndIndentedLines() {
        assertThat(pieces("- time: 1\n* time: 2\n+ time: 3\n• time: 4\n1. time: 5\n12) time: 6\na) time: 7"))
                .isEmpty();
        assertThat(pieces("| time: 1 |\n> time: 2\n  time: 3\n\ttime: 4")).isEmpty();
        assertThat(pieces("- item\nTime: 5")).isEmpty();
        assertThat(pieces("- item\n\nTime: 5")).containsExactly("Time: 5");
    }

    @Test
    void leavesEverythingUnderAHeading() {
        assertThat(pieces("Time: 12:05\n\n# Customer\nName: Bob\n\nId: 7")).containsExactly("Time: 12:05");
        assertThat(pieces("**Customer**\n\nName: Bob")).isEmpty();
    }

    @Test
    void leavesWhatALineLeadsTo() {
        assertThat(pieces("The customer:\nName: Bob\n\nTime: 12:05")).containsExactly("Time: 12:05");
        assertThat(pieces("Translate the following:\n\nGood morning.\n\nTime: 12:05"))
                .containsExactly("Time: 12:05");
    }

    @Test
    void knowsWhenATextLeadsOnBeyondItsEnd() {
        assertThat(layout("Here is the document:").isOpen()).isTrue();
        assertThat(layout("Here is the document:\n\n").isOpen()).isTrue();
        assertThat(layout("<document>").isOpen()).isTrue();
        assertThat(layout("```\ncode").isOpen()).isTrue();
        assertThat(layout("Here is the document:\nIt is short.").isOpen()).isFalse();
        assertThat(layout("<document>\ntext\n</document>").isOpen()).isFalse();
        assertThat(layout("<document>\ntext\n</document>").isTorn()).isFalse();
        assertThat(layout("</document>").isTorn()).isTrue();
    }

    @Test
    void readsLinesThatEndWithCarriageReturns() {
        assertThat(pieces("You help.\r\n\r\nCurrent time: 12:05\r\n\r\nBe kind.\r\nAlways."))
                .containsExactly("You help.\\r", "Current time: 12:05\\r");
    }

    @Test
    void readsNamesInAnyScript() {
        assertThat(pieces("Hilf.\nAktuelle Uhrzeit (überall): 12:05\n時刻: 12:06 です\nSei nett."))
                .containsExactly("Aktuelle Uhrzeit (überall): 12:05|時刻: 12:06 です");
    }

    private static List<String> pieces(String text) {
        Layout layout = layout(text);
        return layout.pieces().stream()
                .map(piece -> layout.lines().subList(piece.from(), piece.to()))
                .map(lines ->
                        String.join("|", lines.stream().map(LayoutTest::text).toList()))
                .toList();
    }

    private static Layout layout(String text) {
        return Layout.of(Json.read(Json.quote(text)).orElseThrow().root());
    }

    private static Layout raw(String json) {
        return Layout.of(
                Json.read(json.getBytes(StandardCharsets.UTF_8)).orElseThrow().root());
    }

    private static String text(Line line) {
        return new String(line.bytes(), line.from(), line.length(), StandardCharsets.UTF_8);
    }
}
