// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import dev.parsimony.exchange.Node;

/** Something in a table of prices that cannot be: the table is refused as a whole. */
public final class Misprint extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final int line;
    private final int column;

    private Misprint(String place, String what, int line, int column) {
        super(place + ": " + what);
        this.what = what;
        this.line = line;
        this.column = column;
    }

    static Misprint of(String file, String what) {
        return new Misprint(file, what, 0, 0);
    }

    static Misprint at(String file, Node node, String what) {
        byte[] bytes = node.json().bytes();
        int line = 1;
        int start = 0;
        for (int i = 0; i < node.start(); i++) {
            if (bytes[i] == '\n') {
                line++;
                start = i + 1;
            }
        }
        int column = node.start() - start + 1;
        return new Misprint(file + ":" + line + ":" + column, what, line, column);
    }

    /** What is wrong and how to mend it, without the place. */
    public String what() {
        return what;
    }

    /** The line in the table, from 1; 0 where it is about the table as a whole. */
    public int line() {
        return line;
    }

    /** The column in the line, in bytes from 1; 0 where it is about the table as a whole. */
    public int column() {
        return column;
    }
}
