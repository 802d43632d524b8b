// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.advice;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What varies in the prompts of a call site, and of what kind it looks.
 *
 * @param name which piece
 * @param kind what it looks like, in words; empty where it looks like nothing in particular
 * @param length its length in the last call, in bytes
 * @param sum of its bytes in the last call, whatever their order
 */
record Variation(String name, String kind, int length, long sum) {
    private static final String REORDERED = "in another order";
    private static final int LONGEST = 1 << 10;
    /** A time of day, a date, or seconds or milliseconds since 1970. */
    private static final Pattern TIME =
            Pattern.compile("\\b\\d{1,2}:\\d{2}\\b|\\b\\d{4}-\\d{2}-\\d{2}|\\b1[6-9]\\d{8}(?:\\d{3})?\\b");
    /** A UUID, or a long word with a digit in it. */
    private static final Pattern ID = Pattern.compile(
            "\\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\\b|\\b(?=[A-Za-z_]*\\d)\\w{8,}\\b");

    /** Nothing has varied yet. */
    static Variation none() {
        return new Variation("", "", 0, 0);
    }

    /**
     * What varies now.
     *
     * @param piece the first that is not as it was
     * @param body the request it stands in
     * @param moved whether the very same piece stood elsewhere before
     */
    Variation next(Piece piece, byte[] body, boolean moved) {
        String its = piece.name();
        long bytes = sum(piece, body);
        boolean reordered = moved || (its.equals(name) && piece.bytes() == length && bytes == sum);
        String looks = reordered ? REORDERED : its.equals(name) ? kind : kind(piece, body);
        return new Variation(its, looks, piece.bytes(), bytes);
    }

    /** Texts of one length with the same sum are all but surely the same words in another order: an unsorted map. */
    private static long sum(Piece piece, byte[] body) {
        long sum = 0;
        for (int i = piece.from(); i < piece.to(); i++) {
            sum += (long) body[i] * body[i] * body[i];
        }
        return sum;
    }

    private static String kind(Piece piece, byte[] body) {
        int length = Math.min(LONGEST, piece.to() - piece.from());
        String text = new String(body, piece.from(), length, StandardCharsets.ISO_8859_1);
        if (TIME.matcher(text).find()) {
            return "a time";
        }
        return ID.matcher(text).find() ? "an id" : "";
    }

    @Override
    public String toString() {
        return kind.isEmpty() ? name : name + " (" + kind + ")";
    }
}
