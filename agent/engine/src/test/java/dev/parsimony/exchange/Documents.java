// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Random JSON texts and damaged ones, the same for the same seed. */
final class Documents {
    private static final List<String> NUMBERS = List.of(
            "0", "-0", "7", "-12", "3.25", "1e3", "1E+2", "2.5e-3", "9007199254740993", "1e400", "0.0000000000000001");
    private static final List<String> STRINGS = List.of(
            "",
            "model",
            "plain text of some length, longer than one word of eight bytes",
            "a\\\"b\\\\c\\/d",
            "\\n\\t\\r\\b\\f",
            "\\u00e9\\uD83D\\uDE00",
            "\\ud800",
            "é",
            "日本語のテキスト",
            "😀 and more behind it",
            "\u007f\u0080\u07ff\u0800\uffff");
    private static final String DAMAGE = "{}[]\",:\\u0e-+.1 tfn\n\u0000\u001f";

    private final Random random;

    Documents(long seed) {
        random = new Random(seed);
    }

    /** A valid text. */
    byte[] next() {
        StringBuilder out = new StringBuilder();
        value(out, 1 + random.nextInt(6));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A text with some bytes changed, dropped, added or repeated; it may still be valid. */
    byte[] damaged(byte[] document) {
        byte[] result = document;
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            result = damagedOnce(result);
        }
        return result;
    }

    private byte[] damagedOnce(byte[] document) {
        int at = random.nextInt(document.length + 1);
        int end = Math.min(document.length, at + random.nextInt(4));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(document, 0, at);
        switch (random.nextInt(5)) {
            case 0 -> out.write(random.nextInt(256));
            case 1 -> out.write(DAMAGE.charAt(random.nextInt(DAMAGE.length())));
            case 2 -> out.writeBytes(Arrays.copyOfRange(document, at, end)); // twice, with what follows
            case 3 -> {
                return Arrays.copyOf(document, at);
            }
            default -> at = end;
        }
        out.write(document, at, document.length - at);
        return out.toByteArray();
    }

    private void value(StringBuilder out, int depth) {
        space(out);
        switch (depth == 0 ? random.nextInt(3) : random.nextInt(6)) {
            case 0 -> out.append(NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 1 -> string(out, "");
            case 2 -> out.append(List.of("true", "false", "null").get(random.nextInt(3)));
            case 3 -> array(out, depth - 1);
            default -> object(out, depth - 1);
        }
        space(out);
    }

    private void array(StringBuilder out, int depth) {
        out.append('[');
        for (int i = 0, size = random.nextInt(5); i < size; i++) {
            out.append(i == 0 ? "" : ",");
            value(out, depth);
        }
        out.append(']');
    }

    private void object(StringBuilder out, int depth) {
        out.append('{');
        for (int i = 0, size = random.nextInt(random.nextInt(20) == 0 ? 40 : 6); i < size; i++) {
            out.append(i == 0 ? "" : ",");
            space(out);
            string(out, random.nextInt(30) == 0 ? "" : String.valueOf(i)); // now and then a name stands twice
            space(out);
            out.append(':');
            value(out, depth);
        }
        out.append('}');
    }

    private void string(StringBuilder out, String suffix) {
        out.append('"')
                .append(STRINGS.get(random.nextInt(STRINGS.size())))
                .append(suffix)
                .append('"');
    }

    private void space(StringBuilder out) {
        out.append(List.of("", "", "", " ", "\n\t", "\r\n").get(random.nextInt(6)));
    }
}
