// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows under headings, written for people, for spreadsheets, or as JSON.
 *
 * @param headings one for each column, as a program would name it
 * @param rows cells, as many in each row as there are headings; an empty text where there is nothing to say
 */
record Table(List<String> headings, List<List<String>> rows) {
    /** Columns of even width; numbers stand to the right. */
    String text() {
        int[] widths = IntStream.range(0, headings.size()).map(this::width).toArray();
        List<String> lines = new ArrayList<>();
        lines.add(line(headings, widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return String.join("\n", lines);
    }

    private int width(int column) {
        return IntStream.concat(
                        IntStream.of(headings.get(column).length()),
                        rows.stream().mapToInt(row -> row.get(column).length()))
                .max()
                .orElse(0);
    }

    private String line(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> pad(cells.get(i), widths[i], isNumeric(i)))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private boolean isNumeric(int column) {
        return rows.stream().map(row -> row.get(column)).allMatch(cell -> cell.matches("[-+.,\\d]*"));
    }

    private static String pad(String cell, int width, boolean right) {
        char[] blanks = new char[width - cell.length()];
        Arrays.fill(blanks, ' ');
        return right ? new String(blanks) + cell : cell + new String(blanks);
    }

    /** Comma-separated values by RFC 4180, a heading line first. */
    String csv() {
        List<String> lines = new ArrayList<>();
        lines.add(record(headings));
        rows.forEach(row -> lines.add(record(row)));
        return String.join("\n", lines);
    }

    private static String record(List<String> cells) {
        return cells.stream().map(Table::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /** One map for each row, by headings; empty cells are left out. */
    List<Map<String, Object>> tree() {
        return rows.stream().map(this::entry).toList();
    }

    private Map<String, Object> entry(List<String> row) {
        Map<String, Object> entry = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            if (!row.get(i).isEmpty()) {
                entry.put(headings.get(i), value(row.get(i)));
            }
        }
        return entry;
    }

    /** A cell as a program wants it. */
    private static Object value(String cell) {
        return cell.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(cell) : cell;
    }
}
