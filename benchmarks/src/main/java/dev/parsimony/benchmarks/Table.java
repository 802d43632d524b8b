// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in Markdown, aligned so that it reads well as it is. All columns but the first are set to the right. */
final class Table {
    private static final int LEAST = 3;

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... titles) {
        rows.add(List.of(titles));
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if it has not as many cells as there are titles
     */
    Table row(String... cells) {
        if (cells.length != rows.get(0).size()) {
            throw new IllegalArgumentException(Arrays.toString(cells) + " does not fit " + rows.get(0));
        }
        rows.add(List.of(cells));
        return this;
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add(line(rows.get(0)));
        lines.add(IntStream.range(0, rows.get(0).size())
                .mapToObj(column -> "-".repeat(width(column) + 1) + (column == 0 ? "-" : ":"))
                .collect(Collectors.joining("|", "|", "|")));
        rows.stream().skip(1).map(this::line).forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    private String line(List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> cell(cells.get(column), column))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private String cell(String text, int column) {
        String padding = " ".repeat(width(column) - length(text));
        return column == 0 ? text + padding : padding + text;
    }

    private int width(int column) {
        return Math.max(
                LEAST,
                rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
