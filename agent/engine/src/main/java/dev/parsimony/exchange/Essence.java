// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.Comparator;
import java.util.List;

/**
 * The bytes of a JSON value that tell it from others: no white space between tokens, no member that was to be left out and
 * no comma that stood for one. One pass; where nothing is left out, a compact text is handed on in one piece.
 */
final class Essence {
    private final Sink sink;
    private final byte[] bytes;
    private final int end;
    private final List<Node> without;
    private int at;
    private int omitted;
    private int comma = -1;
    private boolean opened;
    private int runFrom;
    private int runTo;

    Essence(Sink sink, Node value, List<Node> without) {
        this.sink = sink;
        this.bytes = value.json().bytes();
        this.at = value.start();
        this.end = value.end();
        this.without = without.stream()
                .filter(member -> member.nameStart() > value.start() && member.end() < value.end())
                .sorted(Comparator.comparingInt(Node::nameStart))
                .toList();
    }

    void add() {
        while (at < end) {
            if (omitted < without.size() && at == without.get(omitted).nameStart()) {
                at = without.get(omitted++).end();
            } else {
                take(bytes[at]);
            }
        }
        sink.bytes(bytes, runFrom, runTo);
    }

    private void take(byte b) {
        switch (b) {
            case ' ', '\n', '\r', '\t' -> at++;
            case ',' -> comma = at++;
            case '}', ']' -> close();
            default -> next(b);
        }
    }

    private void close() {
        comma = -1; // the one before stood for a member that was left out
        opened = false;
        keep(at, ++at);
    }

    private void next(byte b) {
        if (comma >= 0 && !opened) {
            keep(comma, comma + 1);
        }
        comma = -1;
        opened = b == '{';
        int from = at;
        at = b == '"' ? behindString() : at + 1;
        keep(from, at);
    }

    private int behindString() {
        int i = at + 1;
        while (bytes[i] != '"') {
            i += bytes[i] == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    private void keep(int from, int to) {
        if (from != runTo) {
            sink.bytes(bytes, runFrom, runTo);
            runFrom = from;
        }
        runTo = to;
    }
}
