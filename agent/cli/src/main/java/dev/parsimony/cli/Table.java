// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.report.Columns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rows under headings, written for people, for spreadsheets, or as JSON.
 *
 * @param headings one for each column, as a program would name it
 * @param rows cells, as many in each row as there are headings; an empty text where there is nothing to say
 */
record Table(List<String> headings, List<List<String>> rows) {
    /** Columns of even width; numbers stand to the right. */
    String text() {
        return String.join("\n", new Columns(headings, rows).lines());
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
