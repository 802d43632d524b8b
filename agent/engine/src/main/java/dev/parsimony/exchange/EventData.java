// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.Optional;

/**
 * The data of one server-sent event.
 *
 * @param bytes the array it stands in
 * @param from its first byte
 * @param to the byte behind its last
 */
public record EventData(byte[] bytes, int from, int to) {
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
        if (to - from != text.length()) {
            return false;
        }
        return indexOf(text) == from;
    }

    /**
     * Whether a text occurs in the data; cheaper than reading it.
     *
     * @param text in ASCII
     */
    public boolean contains(String text) {
        return indexOf(text) >= 0;
    }

    private int indexOf(String text) {
        for (int at = from; at <= to - text.length(); at++) {
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
