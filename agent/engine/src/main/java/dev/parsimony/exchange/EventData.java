// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.Optional;

/**
 * The data of one event of a stream.
 *
 * @param bytes the array it stands in
 * @param from its first byte
 * @param to the byte behind its last
 */
public record EventData(byte[] bytes, int from, int to) {
    private static final String NULL = "null";

    /** The data as JSON; empty where it is none. */
    public Optional<Json> json() {
        return Json.read(bytes, from, to);
    }

    /**
     * Whether the data is exactly this text.
     *
     * @param text in ASCII
     */
    public boolean is(String text) {
        return to - from == text.length() && matches(text, from);
    }

    /**
     * Whether a text occurs in the data; cheaper than reading it.
     *
     * @param text in ASCII
     */
    public boolean contains(String text) {
        return indexOf(text, from) >= 0;
    }

    /**
     * Whether a member of that name, at any depth, may have another value than {@code null}; cheaper than reading the data.
     * It errs on the side of yes, save for a name written with escapes, which no provider does.
     *
     * @param name in ASCII
     */
    public boolean mayHold(String name) {
        String quoted = '"' + name + '"';
        for (int at = indexOf(quoted, from); at >= 0; at = indexOf(quoted, at + 1)) {
            if (!isNull(at + quoted.length())) {
                return true;
            }
        }
        return false;
    }

    private boolean isNull(int afterName) {
        int at = afterName;
        while (at < to && (bytes[at] == ' ' || bytes[at] == ':')) {
            at++;
        }
        return to - at >= NULL.length() && matches(NULL, at);
    }

    private int indexOf(String text, int start) {
        for (int at = start; at <= to - text.length(); at++) {
            if (matches(text, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean matches(String text, int at) {
        for (int i = 0; i < text.length(); i++) {
            if (bytes[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return (to - from) + " bytes"; // never the content
    }
}
