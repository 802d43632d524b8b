// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.nio.charset.StandardCharsets;

/** JSON strings to and from text. */
final class Quotation {
    private static final String HEX = "0123456789abcdef";

    private Quotation() {}

    /** The text as a JSON string in UTF-8, quotes included; only what JSON demands is escaped. */
    static byte[] of(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            escape(text.codePointAt(i), quoted);
        }
        return quoted.append('"').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void escape(int c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < 0x20 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                    unicode(c, out); // a lone surrogate, unlike a pair, has no UTF-8 form
                } else {
                    out.appendCodePoint(c);
                }
            }
        }
    }

    private static void unicode(int c, StringBuilder out) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >> shift & 0xF));
        }
    }

    /** The text between two offsets inside the quotes of a JSON string that a scanner has accepted. */
    static String decode(byte[] bytes, int from, int to) {
        int plain = from;
        while (plain < to && bytes[plain] != '\\') {
            plain++;
        }
        String head = new String(bytes, from, plain - from, StandardCharsets.UTF_8);
        return plain == to ? head : unescape(head, bytes, plain, to);
    }

    private static String unescape(String head, byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder(to - from + head.length()).append(head);
        int at = from;
        while (at < to) {
            int plain = at;
            while (plain < to && bytes[plain] != '\\') {
                plain++;
            }
            text.append(new String(bytes, at, plain - at, StandardCharsets.UTF_8));
            at = plain < to ? escape(bytes, plain + 1, text) : to;
        }
        return text.toString();
    }

    private static int escape(byte[] bytes, int at, StringBuilder text) {
        switch (bytes[at]) {
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'u' -> {
                text.append((char) Integer.parseInt(new String(bytes, at + 1, 4, StandardCharsets.US_ASCII), 16));
                return at + 5;
            }
            default -> text.append((char) bytes[at]);
        }
        return at + 1;
    }
}
