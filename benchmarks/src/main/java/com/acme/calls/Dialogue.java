// SPDX-License-Identifier: Apache-2.0
package com.acme.calls;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What was said before the question: instructions, then user and assistant in turn.
 *
 * @param instructions the system text
 * @param said messages of user and assistant in turn, the user's first; an even number
 */
record Dialogue(String instructions, List<String> said) {
    /** Prose as people write it to a model: quotes and line ends that JSON escapes, and letters of two and three bytes. */
    private static final String PROSE = """
            The customer wrote: "my parcel was opened, and the lamp inside is broken".
            She would like a new one – not the money – before Saturday, and asks whether the carrier
            may leave it with Ms Müller next door. Order 6022, paid by invoice, 49.90 €.
            """;

    private static final int LONGEST = 1_000;

    /**
     * A dialogue of a size.
     *
     * @param characters of all its texts together; a request's JSON is a few per cent longer
     */
    static Dialogue of(int characters) {
        int message = Math.min(LONGEST, characters / 4);
        int messages = message == 0 ? 0 : (characters - message) / (2 * message) * 2;
        List<String> said = IntStream.range(0, messages)
                .mapToObj(number -> text(number, message))
                .toList();
        return new Dialogue(text(0, characters - messages * message), said);
    }

    /** Text of a length, which begins with its number so that no two are the same. */
    private static String text(int number, int length) {
        String begin = number + ". ";
        return (begin + PROSE.repeat(length / PROSE.length() + 1)).substring(0, length);
    }
}
