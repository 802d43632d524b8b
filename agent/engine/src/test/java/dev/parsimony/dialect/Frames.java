// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;

/** Writes messages of Amazon's event stream encoding. */
public final class Frames {
    private Frames() {}

    /** An event. */
    public static byte[] event(String name, String payload) {
        return message(headers(Map.of(":message-type", "event", ":event-type", name)), payload);
    }

    /** An exception in an event's place. */
    static byte[] exception(String type, String payload) {
        return message(headers(Map.of(":message-type", "exception", ":exception-type", type)), payload);
    }

    /** An error in an event's place. */
    static byte[] error(String code) {
        return message(headers(Map.of(":message-type", "error", ":error-code", code)), "");
    }

    /** A message with these headers, as they stand in it. */
    static byte[] message(byte[] headers, String payload) {
        byte[] data = payload.getBytes(StandardCharsets.UTF_8);
        byte[] message = new byte[16 + headers.length + data.length];
        ByteBuffer out = ByteBuffer.wrap(message);
        out.putInt(message.length).putInt(headers.length);
        out.putInt(sum(message, out.position())).put(headers).put(data);
        out.putInt(sum(message, out.position()));
        return message;
    }

    private static int sum(byte[] message, int length) {
        CRC32 sum = new CRC32();
        sum.update(message, 0, length);
        return (int) sum.getValue();
    }

    /** Headers that hold texts. */
    static byte[] headers(Map<String, String> texts) {
        ByteArrayOutputStream headers = new ByteArrayOutputStream();
        texts.forEach((name, value) -> headers.writeBytes(header(name, 7, sized(value))));
        return headers.toByteArray();
    }

    /** A header of any type. */
    static byte[] header(String name, int type, byte[] value) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.write(name.length());
        header.writeBytes(name.getBytes(StandardCharsets.UTF_8));
        header.write(type);
        header.writeBytes(value);
        return header.toByteArray();
    }

    /** A text with its length before it. */
    static byte[] sized(String text) {
        byte[] value = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + value.length)
                .putShort((short) value.length)
                .put(value)
                .array();
    }

    /** Messages one after another. */
    static byte[] joined(byte[]... messages) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] message : messages) {
            all.writeBytes(message);
        }
        return all.toByteArray();
    }
}
