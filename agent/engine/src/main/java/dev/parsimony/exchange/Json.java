// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A JSON text that stays bytes: one pass over the array notes where each value starts and ends, and nothing is copied,
 * decoded or reordered. A change is a splice at those offsets ({@link Edits}), so what no step touched leaves byte for byte
 * as it came.
 *
 * <p>Only strict JSON (RFC 8259) is read: a byte-order mark, trailing bytes, duplicate names in an object, a lone surrogate
 * in a name, raw control characters, ill-formed UTF-8 or more than 512 nested containers make {@link #read} say no, and the
 * call passes through untouched.
 *
 * <p>Why not Jackson here: its offsets are exact for values but cost a location object per token and a decoded copy of each
 * string, twice the body for a body of one long text. The tests hold this reader to Jackson's verdict on every input.
 */
public final class Json {
    private final byte[] bytes;
    private final Tape tape;
    private final Node missing = new Node(this, Node.NOWHERE); // most of what is asked for is not there

    private Json(byte[] bytes, Tape tape) {
        this.bytes = bytes;
        this.tape = tape;
    }

    /**
     * Reads a text.
     *
     * @param bytes UTF-8; kept, not copied, and never written to
     * @return the text, or empty if it is not strict JSON
     */
    public static Optional<Json> read(byte[] bytes) {
        return read(bytes, 0, bytes.length);
    }

    /**
     * Reads a text that is part of an array, such as the data of one event of a stream.
     *
     * @param bytes UTF-8; kept, not copied
     * @param from the first byte of the text
     * @param to the byte behind its last
     * @return the text, or empty if it is not strict JSON
     */
    public static Optional<Json> read(byte[] bytes, int from, int to) {
        return new Scanner(bytes, from, to).scan().map(tape -> new Json(bytes, tape));
    }

    /**
     * Writes a text as a JSON string.
     *
     * @param text any text
     * @return its JSON form in UTF-8, quotes included
     */
    public static byte[] quote(String text) {
        return Quotation.of(text);
    }

    /**
     * Writes a text as a JSON string.
     *
     * @param text any text
     * @return its JSON form, quotes included
     */
    public static String quoted(String text) {
        return new String(Quotation.of(text), StandardCharsets.UTF_8);
    }

    /** The outermost value. */
    public Node root() {
        return new Node(this, 0);
    }

    /** A value that is not there. */
    public Node missing() {
        return missing;
    }

    /** The bytes behind this text; not to be written to. */
    public byte[] bytes() {
        return bytes;
    }

    Tape tape() {
        return tape;
    }

    /** How many values the text holds. */
    public int size() {
        return tape.size();
    }

    @Override
    public String toString() {
        return "json of " + tape.size() + " values"; // never the content
    }

    /** Where each value stands: parallel arrays, one row a value, in the order of the text. */
    static final class Tape {
        /** The offset of a name where there is none: outside an object. */
        static final int NONE = -1;

        private byte[] kinds = new byte[64];
        private int[] rows = new int[64 * 5];
        private int size;

        int open(Node.Kind kind, int start, int nameStart, int nameEnd) {
            if (size == kinds.length) {
                kinds = Arrays.copyOf(kinds, size * 2);
                rows = Arrays.copyOf(rows, size * 10);
            }
            kinds[size] = (byte) kind.ordinal();
            int row = size * 5;
            rows[row] = start;
            rows[row + 3] = nameStart;
            rows[row + 4] = nameEnd;
            return size++;
        }

        void close(int index, int end) {
            rows[index * 5 + 1] = end;
            rows[index * 5 + 2] = size;
        }

        int size() {
            return size;
        }

        Node.Kind kind(int index) {
            return Node.KINDS[kinds[index]];
        }

        int start(int index) {
            return rows[index * 5];
        }

        int end(int index) {
            return rows[index * 5 + 1];
        }

        /** The row behind this value and all inside it. */
        int after(int index) {
            return rows[index * 5 + 2];
        }

        /** The first byte of the name inside its quotes, or -1 outside an object. */
        int nameStart(int index) {
            return rows[index * 5 + 3];
        }

        int nameEnd(int index) {
            return rows[index * 5 + 4];
        }
    }
}
