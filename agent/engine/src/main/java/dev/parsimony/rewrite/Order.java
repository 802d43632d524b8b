// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A text in a better order: the lines that stay, then those that vary.
 *
 * @param text the text as it is
 * @param kept the lines that stay, by their numbers, with the white space between them
 * @param moved the lines that go behind, by their numbers
 */
record Order(Text text, List<Integer> kept, List<Integer> moved) {
    private static final byte[] LINE_FEED = {'\\', 'n'};

    /** A better order; empty if there is none. */
    static Optional<Order> of(Text text, Habit habit) {
        Layout layout = text.layout();
        boolean[] varying = new boolean[layout.lines().size()];
        boolean[] gap = new boolean[varying.length];
        for (Layout.Piece piece : layout.pieces()) {
            if (!text.isSteady(piece, habit)) {
                IntStream.range(piece.from(), piece.to()).forEach(i -> varying[i] = true);
                gap(layout, piece).forEach(i -> gap[i] = true);
            }
        }
        List<Integer> kept = select(varying.length, i -> !varying[i] && !gap[i]);
        List<Integer> moved = select(varying.length, i -> varying[i]);
        Order order = new Order(text, kept, moved);
        return text.isMostlySteady(habit) && order.isBetter(habit) ? Optional.of(order) : Optional.empty();
    }

    /** The blank line that a paragraph leaves behind when it goes. */
    private static IntStream gap(Layout layout, Layout.Piece piece) {
        if (!layout.isParagraph(piece.from(), piece.to())) {
            return IntStream.empty();
        }
        int blank = piece.from() > 0 ? piece.from() - 1 : piece.to();
        return blank < layout.lines().size() ? IntStream.of(blank) : IntStream.empty();
    }

    private static List<Integer> select(int lines, IntPredicate which) {
        return IntStream.range(0, lines).filter(which).boxed().toList();
    }

    private boolean says(int line) {
        return !text.layout().lines().get(line).isBlank();
    }

    /** Better is what begins alike for longer, or ends what is alike where a block can end. */
    private boolean isBetter(Habit habit) {
        if (moved.isEmpty() || kept.stream().noneMatch(this::says)) {
            return false;
        }
        return alike(kept, habit)
                        > alike(IntStream.range(0, moved.get(0)).boxed().toList(), habit)
                || kept.stream().allMatch(line -> text.isSteady(line, habit));
    }

    /** How many bytes of lines come before the first that varies. */
    private long alike(List<Integer> lines, Habit habit) {
        long bytes = 0;
        for (int line : lines) {
            if (!text.isSteady(line, habit)) {
                return bytes;
            }
            bytes += text.layout().lines().get(line).length();
        }
        return bytes;
    }

    /** The two parts of the text, as JSON strings without their quotes. */
    List<byte[]> parts() {
        return isInOrder() ? cut() : List.of(join(trimmed(), false), join(moved, true));
    }

    /** Whether nothing that stays stands behind what varies. */
    private boolean isInOrder() {
        return kept.stream().noneMatch(line -> says(line) && line > moved.get(0));
    }

    /** The text as it is, in two. */
    private List<byte[]> cut() {
        List<Integer> stay = trimmed();
        Line last = text.layout().lines().get(stay.get(stay.size() - 1));
        byte[] bytes = last.bytes();
        int from = text.block().text().start() + 1;
        int to = text.block().text().end() - 1;
        return List.of(Arrays.copyOfRange(bytes, from, last.to()), Arrays.copyOfRange(bytes, last.to(), to));
    }

    /** What stays, without white space behind it. */
    private List<Integer> trimmed() {
        List<Integer> lines = new ArrayList<>(kept);
        while (!says(lines.get(lines.size() - 1))) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private byte[] join(List<Integer> lines, boolean behind) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (behind) {
            out.writeBytes(LINE_FEED); // a line of its own, so that it is read with no other
        }
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0 || behind) {
                out.writeBytes(LINE_FEED);
            }
            Line line = text.layout().lines().get(lines.get(i));
            out.write(line.bytes(), line.from(), line.length());
        }
        return out.toByteArray();
    }
}
