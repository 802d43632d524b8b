// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The headers of a message of Amazon's event stream encoding that hold texts, by name. Each header is a name, a type and a
 * value, whose length the type tells or is written before it.
 *
 * @param texts the texts
 * @param sound whether all headers could be read
 */
record AwsHeaders(Map<String, String> texts, boolean sound) {
    private static final int BYTES = 6;
    private static final int STRING = 7;

    /** How long a value is, by type: both booleans, byte, short, int, long; then time stamp and UUID. */
    private static final int[] LENGTHS = {0, 0, 1, 2, 4, 8, -1, -1, 8, 16};

    /** Reads headers. */
    static AwsHeaders in(byte[] bytes, int from, int to) {
        Map<String, String> texts = new HashMap<>(8);
        ByteBuffer rest = ByteBuffer.wrap(bytes, from, to - from);
        try {
            while (rest.hasRemaining()) {
                header(rest, texts);
            }
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException beyondTheEnd) {
            return new AwsHeaders(texts, false);
        }
        return new AwsHeaders(texts, true);
    }

    private static void header(ByteBuffer rest, Map<String, String> texts) {
        String name = text(rest, rest.get() & 0xFF);
        int type = rest.get();
        if (type == STRING) {
            texts.put(name, text(rest, rest.getShort() & 0xFFFF));
        } else {
            int length = type == BYTES ? rest.getShort() & 0xFFFF : LENGTHS[type];
            rest.position(rest.position() + length);
        }
    }

    private static String text(ByteBuffer rest, int length) {
        byte[] text = new byte[length];
        rest.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** The event's name; empty for an exception or an error. */
    String event() {
        return texts.getOrDefault(":event-type", "");
    }

    /** The exception's type or the error's code; empty for an event. */
    String error() {
        return switch (texts.getOrDefault(":message-type", "")) {
            case "exception" -> texts.getOrDefault(":exception-type", "exception");
            case "error" -> texts.getOrDefault(":error-code", "error");
            default -> "";
        };
    }
}
