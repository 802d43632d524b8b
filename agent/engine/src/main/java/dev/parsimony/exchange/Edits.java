// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Splices at offsets of one body, applied all at once. Offsets are those of the body as it stands; splices may come in any
 * order but must not overlap. Several insertions at one offset keep the order in which they were added.
 */
public final class Edits {
    /** An insertion stands before what is replaced at the same offset; the sort is stable, so insertions keep their order. */
    private static final Comparator<Splice> IN_ORDER =
            Comparator.comparingInt(Splice::start).thenComparingInt(Splice::end);

    private final List<Splice> splices = new ArrayList<>();

    private record Splice(int start, int end, byte[] with) {}

    /** No change yet. */
    public static Edits none() {
        return new Edits();
    }

    /**
     * Puts other bytes in a value's place.
     *
     * @param value a value of the body; must exist
     * @param with its new JSON form
     * @return these edits
     */
    public Edits replace(Node value, byte[] with) {
        return splice(value.start(), value.end(), with);
    }

    /**
     * Puts another JSON text in a value's place.
     *
     * @param value a value of the body; must exist
     * @param with its new JSON form
     * @return these edits
     */
    public Edits replace(Node value, String with) {
        return replace(value, with.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Puts another text in a string's place; no edit where it is the same.
     *
     * @param string a string of the body
     * @param parts what stands between its quotes then, escaped as JSON demands, in pieces
     * @return these edits
     */
    public Edits retype(Node string, List<byte[]> parts) {
        ByteArrayOutputStream inner = new ByteArrayOutputStream(string.length());
        parts.forEach(inner::writeBytes);
        byte[] text = inner.toByteArray();
        int from = string.start() + 1;
        int to = string.end() - 1;
        boolean same = Arrays.equals(string.json().bytes(), from, to, text, 0, text.length);
        return same ? this : splice(from, to, text);
    }

    /**
     * Gives a member another name.
     *
     * @param member a member of an object of the body
     * @param name its new name, which the object must not have; no character that JSON escapes
     * @return these edits
     */
    public Edits rename(Node member, String name) {
        return splice(member.nameStart(), member.nameEnd(), ('"' + name + '"').getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Adds a member at the end of an object.
     *
     * @param object an object of the body
     * @param name the new member's name, which the object must not have; no character that JSON escapes
     * @param value its JSON form
     * @return these edits
     */
    public Edits append(Node object, String name, String value) {
        int end = object.end() - 1;
        boolean first = object.children().isEmpty() && splices.stream().noneMatch(s -> s.end == end);
        String member = (first ? "" : ",") + '"' + name + "\":" + value;
        return splice(end, end, member.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Puts bytes in place of those between two offsets.
     *
     * @param start the first byte to go
     * @param end the byte behind the last to go; equal to start for an insertion
     * @param with what stands there instead
     * @return these edits
     * @throws IllegalArgumentException if the offsets are out of order
     */
    public Edits splice(int start, int end, byte[] with) {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no such range: " + start + ".." + end);
        }
        splices.add(new Splice(start, end, with));
        return this;
    }

    /** Takes over another set of edits of the same body. */
    public Edits and(Edits others) {
        splices.addAll(others.splices);
        return this;
    }

    /** Whether nothing is to change. */
    public boolean isEmpty() {
        return splices.isEmpty();
    }

    /**
     * The body with these edits made.
     *
     * @param body the body whose offsets they use; not written to
     * @return a new array, or the very same one if there is nothing to change
     * @throws IllegalArgumentException if two splices overlap or one lies outside the body
     */
    public byte[] apply(byte[] body) {
        if (splices.isEmpty()) {
            return body;
        }
        List<Splice> ordered = new ArrayList<>(splices);
        ordered.sort(IN_ORDER);
        check(ordered, body.length);
        byte[] result = new byte[body.length + growth(ordered)];
        int from = 0;
        int to = 0;
        for (Splice splice : ordered) {
            System.arraycopy(body, from, result, to, splice.start - from);
            to += splice.start - from;
            System.arraycopy(splice.with, 0, result, to, splice.with.length);
            to += splice.with.length;
            from = splice.end;
        }
        System.arraycopy(body, from, result, to, body.length - from);
        return result;
    }

    private static void check(List<Splice> ordered, int length) {
        int from = 0;
        for (Splice splice : ordered) {
            if (splice.start < from || splice.end > length) {
                throw new IllegalArgumentException("overlapping or out of range: " + splice.start + ".." + splice.end);
            }
            from = splice.end;
        }
    }

    private static int growth(List<Splice> splices) {
        return splices.stream().mapToInt(s -> s.with.length - (s.end - s.start)).sum();
    }

    @Override
    public String toString() {
        return splices.size() + " splices";
    }
}
