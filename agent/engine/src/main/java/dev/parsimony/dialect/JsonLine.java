// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.EventData;

/**
 * One line of newline-delimited JSON while it comes in. A carriage return before the line feed is white space of JSON; a
 * blank line is no event.
 */
final class JsonLine implements EventFrame {
    private int at;
    private int dataFrom;
    private int dataTo;

    @Override
    public int next(byte[] bytes, int start, int to) {
        for (int next = start + at; next < to; next++) {
            if (bytes[next] == '\n') {
                take(bytes, start, next);
                return next + 1;
            }
        }
        at = to - start;
        return MORE;
    }

    @Override
    public void finish(byte[] bytes, int to) {
        take(bytes, 0, to);
    }

    private void take(byte[] bytes, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        while (from < to && isBlank(bytes[to - 1])) {
            to--;
        }
        dataFrom = from - start;
        dataTo = to - start;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r';
    }

    @Override
    public void clear() {
        at = 0;
        dataFrom = dataTo = 0;
    }

    @Override
    public boolean hasData() {
        return dataTo > dataFrom;
    }

    @Override
    public String name(byte[] bytes, int start) {
        return "";
    }

    @Override
    public EventData data(byte[] bytes, int start) {
        return new EventData(bytes, start + dataFrom, start + dataTo);
    }
}
