// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One value of a {@link Json} text. What is not there is a node too, of kind {@link Kind#MISSING}, so that a path of
 * {@link #get} needs no checks on its way.
 */
public final class Node {
    /** What a value is. */
    public enum Kind {
        OBJECT,
        ARRAY,
        STRING,
        NUMBER,
        TRUE,
        FALSE,
        NULL,
        /** No such value. */
        MISSING;

        static Kind of(byte first) {
            return switch (first) {
                case '{' -> OBJECT;
                case '[' -> ARRAY;
                case '"' -> STRING;
                case 't' -> TRUE;
                case 'f' -> FALSE;
                case 'n' -> NULL;
                case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> NUMBER;
                default -> MISSING;
            };
        }
    }

    static final Kind[] KINDS = Kind.values();
    static final int NOWHERE = -1;
    private static final int MOST_DIGITS = 18;

    private final Json json;
    private final int index;

    Node(Json json, int index) {
        this.json = json;
        this.index = index;
    }

    /** What this value is. */
    public Kind kind() {
        return index == NOWHERE ? Kind.MISSING : json.tape().kind(index);
    }

    /** Whether the value is there; {@code null} counts as there. */
    public boolean exists() {
        return index != NOWHERE;
    }

    /** Whether the value is there and not {@code null}. */
    public boolean isPresent() {
        return exists() && kind() != Kind.NULL;
    }

    /** Whether the value is of this kind. */
    public boolean is(Kind kind) {
        return kind() == kind;
    }

    /** Whether the value is the literal {@code true}. */
    public boolean isTrue() {
        return kind() == Kind.TRUE;
    }

    /** Whether the value is a string that reads exactly so. */
    public boolean is(String text) {
        return kind() == Kind.STRING && reads(start() + 1, end() - 1, text);
    }

    /**
     * The member of that name.
     *
     * @param name as it reads, unescaped
     * @return the member's value; missing if this is no object or has no such member
     */
    public Node get(String name) {
        if (kind() == Kind.OBJECT) {
            for (int i = index + 1;
                    i < json.tape().after(index);
                    i = json.tape().after(i)) {
                if (named(i, name)) {
                    return new Node(json, i);
                }
            }
        }
        return json.missing();
    }

    private boolean named(int member, String name) {
        return reads(json.tape().nameStart(member), json.tape().nameEnd(member), name);
    }

    /** Whether the string between two offsets reads so; decodes only what is escaped or not ASCII. */
    private boolean reads(int from, int to, String text) {
        byte[] bytes = json.bytes();
        if (to - from < text.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0 || bytes[i] == '\\') {
                return Quotation.decode(bytes, from, to).equals(text);
            }
            if (i - from == text.length() || bytes[i] != text.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    /** The values inside, in order: an array's items or an object's members; none for anything else. */
    public List<Node> children() {
        List<Node> children = new ArrayList<>();
        if (kind() == Kind.ARRAY || kind() == Kind.OBJECT) {
            for (int i = index + 1;
                    i < json.tape().after(index);
                    i = json.tape().after(i)) {
                children.add(new Node(json, i));
            }
        }
        return children;
    }

    /** The items of an array, in order; none for anything else. */
    public List<Node> items() {
        return kind() == Kind.ARRAY ? children() : List.of();
    }

    /** The name of this member; empty outside an object. */
    public String name() {
        return exists() && json.tape().nameStart(index) >= 0
                ? Quotation.decode(
                        json.bytes(), json.tape().nameStart(index), json.tape().nameEnd(index))
                : "";
    }

    /** The text of a string, decoded; empty for anything else. */
    public String text() {
        return kind() == Kind.STRING ? Quotation.decode(json.bytes(), start() + 1, end() - 1) : "";
    }

    /** The whole number this is, if it is one that fits. */
    public OptionalLong asLong() {
        if (kind() != Kind.NUMBER) {
            return OptionalLong.empty();
        }
        if (isCount()) {
            return OptionalLong.of(count());
        }
        try {
            return OptionalLong.of(number().longValueExact());
        } catch (ArithmeticException fractionOrTooLarge) {
            return OptionalLong.empty();
        }
    }

    /** Whether it is written as counts are, in digits alone and so few of them that a long holds them. */
    private boolean isCount() {
        if (length() > MOST_DIGITS) {
            return false;
        }
        for (int i = start(); i < end(); i++) {
            if (json.bytes()[i] < '0' || json.bytes()[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private long count() {
        long count = 0;
        for (int i = start(); i < end(); i++) {
            count = 10 * count + json.bytes()[i] - '0';
        }
        return count;
    }

    /** The number this is, if it is one. */
    public OptionalDouble asDouble() {
        return kind() == Kind.NUMBER ? OptionalDouble.of(number().doubleValue()) : OptionalDouble.empty();
    }

    private BigDecimal number() {
        String digits = raw();
        // an exponent of a million digits is legal JSON, and a way to keep a core busy: no limit or price needs it
        return digits.length() > 40 || digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0
                ? BigDecimal.valueOf(finite(Double.parseDouble(digits)))
                : new BigDecimal(digits);
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : Math.copySign(Double.MAX_VALUE, value);
    }

    /** The value's own bytes as text, quotes and escapes included; empty if missing. */
    public String raw() {
        return exists() ? new String(json.bytes(), start(), end() - start(), StandardCharsets.UTF_8) : "";
    }

    /** Offset of the value's first byte; -1 if missing. */
    public int start() {
        return exists() ? json.tape().start(index) : NOWHERE;
    }

    /** Offset behind the value's last byte; -1 if missing. */
    public int end() {
        return exists() ? json.tape().end(index) : NOWHERE;
    }

    /** Offset of the opening quote of this member's name; -1 outside an object. */
    public int nameStart() {
        return exists() && json.tape().nameStart(index) >= 0 ? json.tape().nameStart(index) - 1 : NOWHERE;
    }

    /** Offset behind the closing quote of this member's name; -1 outside an object. */
    public int nameEnd() {
        return exists() && json.tape().nameStart(index) >= 0 ? json.tape().nameEnd(index) + 1 : NOWHERE;
    }

    /** How many bytes the value takes; 0 if missing. */
    public int length() {
        return end() - start();
    }

    /** The text this value stands in. */
    public Json json() {
        return json;
    }

    @Override
    public String toString() {
        return kind() + " at " + start() + ".." + end(); // never the content
    }
}
