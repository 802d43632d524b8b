// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;

/** The one pass over a JSON text: checks it against RFC 8259 and notes where the values stand. */
final class Scanner {
    private static final int DEEPEST = 512;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private final byte[] bytes;
    private final int end;
    private final Json.Tape tape = new Json.Tape();
    private int at;
    private boolean escaped; // the string read last
    private boolean escapedNames; // any name so far

    Scanner(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    Optional<Json.Tape> scan() {
        space();
        boolean whole = value(Json.Tape.NONE, Json.Tape.NONE, 0) && atEnd();
        return whole ? Optional.of(tape) : Optional.empty();
    }

    private boolean atEnd() {
        space();
        return at == end;
    }

    private boolean value(int nameStart, int nameEnd, int depth) {
        if (at >= end) {
            return false;
        }
        Node.Kind kind = Node.Kind.of(bytes[at]);
        int row = tape.open(kind, at, nameStart, nameEnd);
        boolean ok = switch (kind) {
            case OBJECT -> depth < DEEPEST && object(row, depth);
            case ARRAY -> depth < DEEPEST && array(depth);
            case STRING -> string();
            case NUMBER -> number();
            case TRUE -> literal("true");
            case FALSE -> literal("false");
            case NULL -> literal("null");
            case MISSING -> false;
        };
        tape.close(row, at);
        return ok;
    }

    private boolean object(int row, int depth) {
        at++;
        space();
        if (take('}')) {
            return true;
        }
        do {
            space();
            if (!member(depth)) {
                return false;
            }
            space();
        } while (take(','));
        return take('}') && Names.distinct(bytes, tape, row, escapedNames);
    }

    private boolean member(int depth) {
        int from = at;
        escaped = false;
        if (at >= end || bytes[at] != '"' || !string()) {
            return false;
        }
        int to = at;
        escapedNames |= escaped;
        space();
        if (!take(':')) {
            return false;
        }
        space();
        return value(from + 1, to - 1, depth + 1);
    }

    private boolean array(int depth) {
        at++;
        space();
        if (take(']')) {
            return true;
        }
        do {
            space();
            if (!value(Json.Tape.NONE, Json.Tape.NONE, depth + 1)) {
                return false;
            }
            space();
        } while (take(','));
        return take(']');
    }

    private boolean string() {
        at++;
        while (at < end) {
            at = special(at);
            byte b = at < end ? bytes[at++] : 0;
            if (b == '"') {
                return true;
            }
            if (b == '\\' ? !escape() : b < 0 ? !Utf8.sequence(this) : b < 0x20) {
                return false;
            }
        }
        return false;
    }

    /** The first byte from here on that may need a look, or the end. */
    private int special(int from) {
        int i = from;
        if (i < end && bytes[i] < 0) {
            return i; // in the middle of another script there is nothing to pass over
        }
        for (; end - i >= Long.BYTES; i += Long.BYTES) {
            long found = specials((long) EIGHT_BYTES.get(bytes, i));
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        return i;
    }

    /**
     * Looks at eight bytes at once and sets the high bit of each that is a quote, a backslash, a control character or outside
     * ASCII. To subtract sets it where a byte was too small, an exclusive or makes equal bytes zero; a borrow may set it in
     * bytes behind the first, so only the first can be relied on.
     */
    private static long specials(long eight) {
        long quotes = eight ^ EACH * '"';
        long escapes = eight ^ EACH * '\\';
        long small = eight - EACH * ' ' & ~eight | quotes - EACH & ~quotes | escapes - EACH & ~escapes;
        return (small | eight) & HIGH_BITS;
    }

    private boolean escape() {
        escaped = true;
        if (at >= end) {
            return false;
        }
        byte b = bytes[at++];
        if (b != 'u') {
            return "\"\\/bfnrt".indexOf(b) >= 0;
        }
        for (int i = 0; i < 4; i++) {
            if (at >= end || Character.digit(bytes[at++], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean number() {
        take('-');
        boolean whole = take('0') || digits();
        if (whole && take('.')) {
            whole = digits();
        }
        if (whole && (take('e') || take('E'))) {
            boolean ignored = take('+') || take('-');
            whole = digits();
        }
        return whole;
    }

    private boolean digits() {
        int from = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at > from;
    }

    private boolean literal(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!take(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean take(char c) {
        if (at < end && bytes[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    private void space() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
    }

    /** Well-formed UTF-8 behind a leading byte that was just taken; RFC 3629, section 4. */
    private static final class Utf8 {
        static boolean sequence(Scanner s) {
            int lead = s.bytes[s.at - 1] & 0xFF;
            if (lead >= 0xC2 && lead <= 0xDF) {
                return s.continues(0x80, 0xBF);
            }
            if (lead >= 0xE0 && lead <= 0xEF) {
                return s.continues(lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF) && s.continues(0x80, 0xBF);
            }
            return lead >= 0xF0
                    && lead <= 0xF4
                    && s.continues(lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF)
                    && s.continues(0x80, 0xBF)
                    && s.continues(0x80, 0xBF);
        }
    }

    private boolean continues(int low, int high) {
        if (at >= end) {
            return false;
        }
        int b = bytes[at++] & 0xFF;
        return b >= low && b <= high;
    }
}
