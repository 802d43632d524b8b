// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;

/** Collects the messages of a stream in Amazon's event stream encoding; Smithy's specification of it, November 2026. */
final class Frames {

    private static final String TYPE = "application/vnd.amazon.eventstream";
    private static final byte TEXT = 7;

    private final List<Reply.Part> parts = new ArrayList<>();
    private int outputTokens;

    /** What is sent from here on has brought so many tokens of output. */
    void reached(int tokens) {
        outputTokens = tokens;
    }

    /** An event of this name. */
    void event(String name, JsonNode payload) {
        parts.add(new Reply.Part(message("event", name, payload), outputTokens));
    }

    /** An exception, which ends a stream. */
    static Reply.Part exception(String type, JsonNode payload) {
        return new Reply.Part(message("exception", type, payload), 0);
    }

    private static byte[] message(String kind, String name, JsonNode payload) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(":" + kind + "-type", name);
        texts.put(":content-type", "application/json");
        texts.put(":message-type", kind);
        byte[] headers = headers(texts);
        byte[] data = payload.toString().getBytes(StandardCharsets.UTF_8);
        byte[] message = new byte[16 + headers.length + data.length];
        ByteBuffer out = ByteBuffer.wrap(message);
        out.putInt(message.length).putInt(headers.length);
        out.putInt(sum(message, out.position())).put(headers).put(data);
        out.putInt(sum(message, out.position()));
        return message;
    }

    private static byte[] headers(Map<String, String> texts) {
        ByteArrayOutputStream headers = new ByteArrayOutputStream();
        texts.forEach((name, text) -> {
            headers.write(name.length());
            headers.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
            headers.write(TEXT);
            headers.write(text.length() >> 8);
            headers.write(text.length());
            headers.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        });
        return headers.toByteArray();
    }

    private static int sum(byte[] message, int length) {
        CRC32 sum = new CRC32();
        sum.update(message, 0, length);
        return (int) sum.getValue();
    }

    Reply reply() {
        return Reply.stream(TYPE, parts);
    }
}
