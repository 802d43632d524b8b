// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

import dev.parsimony.exchange.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * A text's lines, and which of them stand for themselves. A line may be moved only if it reads the same wherever it stands:
 * a line {@code name: value}, together with those of its kind next to it, or a short paragraph of one line. Whatever depends
 * on its neighbours stays ({@link Structure}).
 */
final class Layout {
    private static final int LONGEST_PARAGRAPH = 200;

    private final List<Line> lines;
    private final List<Piece> pieces = new ArrayList<>();
    private final Structure structure = new Structure();

    /**
     * Lines that move together.
     *
     * @param from the first
     * @param to behind the last
     */
    record Piece(int from, int to) {}

    private Layout(List<Line> lines) {
        this.lines = lines;
    }

    /** The layout of a JSON string. */
    static Layout of(Node text) {
        Layout layout = new Layout(split(text.json().bytes(), text.start() + 1, text.end() - 1));
        layout.read();
        return layout;
    }

    /** Splits at the escape of the line feed, and at that alone. */
    private static List<Line> split(byte[] bytes, int from, int to) {
        List<Line> lines = new ArrayList<>();
        int begin = from;
        int at = from;
        while (at < to) {
            if (bytes[at] == '\\' && bytes[at + 1] == 'n') {
                lines.add(new Line(bytes, begin, at));
                begin = at + 2;
            }
            at += bytes[at] == '\\' ? 2 : 1;
        }
        lines.add(new Line(bytes, begin, to));
        return lines;
    }

    List<Line> lines() {
        return lines;
    }

    /** The pieces that stand for themselves, in order. */
    List<Piece> pieces() {
        return pieces;
    }

    /** Whether the text ends in the middle of something. */
    boolean isOpen() {
        return structure.isOpen();
    }

    /** Whether the text ends something that it does not begin. */
    boolean isTorn() {
        return structure.isTorn();
    }

    private void read() {
        for (int i = 0; i < lines.size(); i++) {
            if (!structure.binds(lines.get(i))) {
                free(i);
            }
        }
    }

    private void free(int i) {
        if (lines.get(i).isEntry() && !isInSentence(i)) {
            entry(i);
        } else if (isParagraph(i, i + 1) && lines.get(i).length() <= LONGEST_PARAGRAPH) {
            pieces.add(new Piece(i, i + 1));
        }
    }

    /** Whether a line seems to begin or end within a sentence that was wrapped. */
    private boolean isInSentence(int i) {
        boolean begun = i > 0 && lines.get(i - 1).breaksOff();
        boolean goesOn = i + 1 < lines.size() && lines.get(i + 1).isContinuation();
        return begun || goesOn;
    }

    private void entry(int i) {
        int last = pieces.size() - 1;
        boolean adjacent = last >= 0 && pieces.get(last).to() == i;
        pieces.add(new Piece(adjacent ? pieces.remove(last).from() : i, i + 1));
    }

    /** Whether these lines are a paragraph of their own. */
    boolean isParagraph(int from, int to) {
        return (from == 0 || lines.get(from - 1).isBlank())
                && (to == lines.size() || lines.get(to).isBlank());
    }
}
