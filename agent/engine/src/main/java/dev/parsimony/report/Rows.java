// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.report;

import dev.parsimony.ledger.LedgerLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Calls told apart by one dimension, in bounded memory. So many rows are open at a time; the one that got no call for longest
 * is closed for a new one. Of closed rows the dearest are kept and the rest summed up as {@code other}, so that rows always
 * sum to the whole; a closed row that gets a call is opened again. What comes in stretches, as the calls of one incoming
 * request do, is thereby told exactly however much of it there is.
 */
final class Rows {
    /** The row of all that have none of their own. */
    static final String OTHER = "other";

    private static final Comparator<Row> CHEAPEST_FIRST =
            Comparator.comparing((Row row) -> row.figures().usd()).thenComparing(Row::name, Comparator.reverseOrder());

    private final Dimension dimension;
    private final int mostOpen;
    private final int mostClosed;
    private final Map<String, Figures> open = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Row> closed = new HashMap<>();
    private final SortedSet<Row> cheapest = new TreeSet<>(CHEAPEST_FIRST);
    private final Figures others = new Figures();
    private long cut;

    /**
     * Has no rows yet.
     *
     * @param mostOpen how many rows may be open
     * @param mostClosed how many closed rows are kept
     */
    Rows(Dimension dimension, int mostOpen, int mostClosed) {
        this.dimension = dimension;
        this.mostOpen = mostOpen;
        this.mostClosed = mostClosed;
    }

    /** The row that a call belongs to. */
    Figures of(LedgerLine line) {
        String key = dimension.key(line);
        Figures known = open.get(key);
        if (known != null) {
            return known;
        }
        if (open.size() >= mostOpen) {
            closeEldest();
        }
        Figures opened = reopened(key);
        open.put(key, opened);
        return opened;
    }

    private Figures reopened(String key) {
        Row before = closed.remove(key);
        if (before == null) {
            return new Figures();
        }
        cheapest.remove(before);
        return before.figures();
    }

    private void closeEldest() {
        var eldest = open.entrySet().iterator();
        Map.Entry<String, Figures> entry = eldest.next();
        Row row = new Row(entry.getKey(), entry.getValue());
        closed.put(row.name(), row);
        cheapest.add(row);
        eldest.remove();
        if (closed.size() > mostClosed) {
            Row least = cheapest.first();
            cheapest.remove(least);
            closed.remove(least.name());
            others.add(least.figures());
            cut++;
        }
    }

    /** How many rows are in the row of others. */
    long cut() {
        return cut;
    }

    /** All rows, days in their order and all else by cost, dearest first; that of others, if there is one, last. */
    List<Row> all() {
        List<Row> rows = new ArrayList<>(closed.values());
        open.forEach((name, figures) -> rows.add(new Row(name, figures)));
        rows.sort(dimension == Dimension.DAY ? Comparator.comparing(Row::name) : CHEAPEST_FIRST.reversed());
        if (cut > 0) {
            rows.add(new Row(OTHER, others));
        }
        return rows;
    }
}
