// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.EventData;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The lines of one server-sent event while they come in; WHATWG HTML, section 9.2.6. A line ends with CRLF, LF or CR, an
 * event with an empty line; a byte-order mark may stand before the first.
 */
final class EventLines implements EventFrame {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] EVENT = {'e', 'v', 'e', 'n', 't'};
    private static final byte[] DATA = {'d', 'a', 't', 'a'};

    private boolean first = true;
    private int at;
    private int line;
    private int nameFrom;
    private int nameTo;
    private int dataFrom;
    private int dataTo;
    private int dataLines;
    private final ByteArrayOutputStream joined = new ByteArrayOutputStream(0);

    @Override
    public int next(byte[] bytes, int start, int to) {
        int next = start + at;
        while (next < to) {
            byte b = bytes[next];
            if (b != '\n' && b != '\r') {
                next++;
            } else if (b == '\r' && next + 1 == to) {
                break; // the byte to come tells whether this is half of a CRLF
            } else {
                int behind = next + (b == '\r' && bytes[next + 1] == '\n' ? 2 : 1);
                boolean empty = take(bytes, start, next);
                line = behind - start;
                next = behind;
                if (empty) {
                    return behind;
                }
            }
        }
        at = next - start;
        return MORE;
    }

    @Override
    public void finish(byte[] bytes, int to) {
        take(bytes, 0, to > 0 && bytes[to - 1] == '\r' ? to - 1 : to);
    }

    @Override
    public void clear() {
        first = false;
        at = 0;
        line = 0;
        nameFrom = nameTo = 0;
        dataLines = 0;
        joined.reset();
    }

    /** Takes a line up to this end; returns whether it is empty. */
    private boolean take(byte[] bytes, int start, int end) {
        int from = start + line;
        if (first && line == 0 && startsWith(bytes, from, end, MARK)) {
            from += MARK.length;
        }
        if (from >= end) {
            return true;
        }
        int colon = from;
        while (colon < end && bytes[colon] != ':') {
            colon++;
        }
        int value = Math.min(end, colon + 1);
        field(bytes, start, from, colon, value < end && bytes[value] == ' ' ? value + 1 : value, end);
        return false;
    }

    private void field(byte[] bytes, int start, int from, int colon, int value, int end) {
        if (colon - from == DATA.length && startsWith(bytes, from, colon, DATA)) {
            data(bytes, start, value, end);
        } else if (colon - from == EVENT.length && startsWith(bytes, from, colon, EVENT)) {
            nameFrom = value - start;
            nameTo = end - start;
        }
    }

    private void data(byte[] bytes, int start, int value, int end) {
        if (dataLines == 1) {
            joined.write(bytes, start + dataFrom, dataTo - dataFrom);
        }
        if (dataLines > 0) {
            joined.write('\n');
            joined.write(bytes, value, end - value);
        }
        dataFrom = value - start;
        dataTo = end - start;
        dataLines++;
    }

    private static boolean startsWith(byte[] bytes, int from, int to, byte[] with) {
        if (to - from < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if (bytes[from + i] != with[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean hasData() {
        return dataLines > 0;
    }

    @Override
    public String name(byte[] bytes, int start) {
        return new String(bytes, start + nameFrom, nameTo - nameFrom, StandardCharsets.UTF_8);
    }

    /** The event's data: where it stands, if that is one line, else a copy with line feeds between its lines. */
    @Override
    public EventData data(byte[] bytes, int start) {
        if (dataLines == 1) {
            return new EventData(bytes, start + dataFrom, start + dataTo);
        }
        byte[] copy = joined.toByteArray();
        return new EventData(copy, 0, copy.length);
    }
}
