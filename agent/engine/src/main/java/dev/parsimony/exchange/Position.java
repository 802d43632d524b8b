// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where something stands in a text, for people who look for it.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
public record Position(int line, int column) {
    /**
     * Where a byte stands.
     *
     * @param text a text in UTF-8
     * @param offset how many bytes stand before it; at most the text's length, whatever is said
     */
    public static Position of(byte[] text, int offset) {
        int end = Math.min(Math.max(offset, 0), text.length);
        int line = 1;
        int start = 0;
        for (int i = 0; i < end; i++) {
            if (text[i] == '\n') {
                line++;
                start = i + 1;
            }
        }
        String before = new String(text, start, end - start, StandardCharsets.UTF_8);
        return new Position(line, before.codePointCount(0, before.length()) + 1);
    }

    /** Where a text stops being one in UTF-8; empty if it is one throughout. */
    public static Optional<Position> ofIllFormed(byte[] text) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(text);
        return decoder.decode(in, CharBuffer.allocate(text.length), true).isError()
                ? Optional.of(of(text, in.position()))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
