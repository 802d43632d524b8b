// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Collects the events of a streamed answer: server-sent ones, or lines of JSON. */
final class Stream {

    private final List<Reply.Part> parts = new ArrayList<>();
    private int outputTokens;

    /** What is sent from here on has brought so many tokens of output. */
    void reached(int tokens) {
        outputTokens = tokens;
    }

    /** An event without a name. */
    void data(String data) {
        frame("data: " + data + "\n\n");
    }

    /** An event without a name, with the ends of lines that Google writes. */
    void answer(JsonNode data) {
        frame("data: " + data + "\r\n\r\n");
    }

    /** A piece of one long JSON text. */
    void piece(String json) {
        frame(json);
    }

    /** An event of this name. */
    void event(String name, JsonNode data) {
        frame("event: " + name + "\ndata: " + data + "\n\n");
    }

    /** An event that brings no output, of this name or without one. */
    static Reply.Part failure(String name, JsonNode data) {
        String frame = (name.isEmpty() ? "" : "event: " + name + "\n") + "data: " + data + "\n\n";
        return new Reply.Part(frame.getBytes(StandardCharsets.UTF_8), 0);
    }

    /** A line of JSON. */
    void line(JsonNode data) {
        frame(data + "\n");
    }

    private void frame(String frame) {
        parts.add(new Reply.Part(frame.getBytes(StandardCharsets.UTF_8), outputTokens));
    }

    /** The answer, if it is one of lines. */
    Reply lines() {
        return Reply.stream("application/x-ndjson", parts);
    }

    Reply reply() {
        return Reply.stream(parts);
    }

    /** The pieces as one JSON text that comes bit by bit. */
    Reply json() {
        return Reply.stream("application/json; charset=UTF-8", parts);
    }
}
