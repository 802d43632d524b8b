// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * An answer about to go out.
 *
 * @param status HTTP status
 * @param headers without those of the framing
 * @param parts the body, in the pieces it is sent in
 * @param streamed whether the pieces go out one by one, as chunks
 * @param ending how it ends
 * @param delivery what is to happen as it goes out
 */
record Reply(int status, List<Header> headers, List<Part> parts, boolean streamed, Ending ending, Delivery delivery) {

    /** How an answer ends. */
    enum Ending {
        /** As it should. */
        WHOLE,
        /** The connection closes where more was promised. */
        BROKEN
    }

    /**
     * A piece of a body.
     *
     * @param bytes its bytes
     * @param outputTokens tokens of output that have been sent once this piece has
     */
    record Part(byte[] bytes, int outputTokens) {}

    static Reply json(int status, JsonNode body) {
        return bytes(status, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Reply bytes(int status, String contentType, byte[] body) {
        List<Header> headers = List.of(new Header("content-type", contentType));
        return new Reply(status, headers, List.of(new Part(body, 0)), false, Ending.WHOLE, Delivery.free());
    }

    /** Server-sent events. */
    static Reply stream(List<Part> parts) {
        return stream("text/event-stream; charset=utf-8", parts);
    }

    /** A stream of this content type. */
    static Reply stream(String contentType, List<Part> parts) {
        List<Header> headers =
                List.of(new Header("content-type", contentType), new Header("cache-control", "no-cache"));
        return new Reply(200, headers, List.copyOf(parts), true, Ending.WHOLE, Delivery.free());
    }

    /** The same, billed: a whole body brings all its tokens at once. */
    Reply billed(Delivery how, int outputTokens) {
        List<Part> counted = streamed ? parts : List.of(new Part(parts.get(0).bytes(), outputTokens));
        return new Reply(status, headers, counted, streamed, ending, how);
    }

    /** Tokens of output that the whole answer brings. */
    int outputTokens() {
        return parts.isEmpty() ? 0 : parts.get(parts.size() - 1).outputTokens();
    }

    Reply with(List<Header> more) {
        List<Header> all = new ArrayList<>(headers);
        all.addAll(more);
        return new Reply(status, List.copyOf(all), parts, streamed, ending, delivery);
    }

    /** The same, ended after its first parts by this one. */
    Reply failing(int afterParts, Part last) {
        List<Part> sent = new ArrayList<>(parts.subList(0, Math.min(afterParts, parts.size())));
        int tokens = sent.isEmpty() ? 0 : sent.get(sent.size() - 1).outputTokens();
        sent.add(new Part(last.bytes(), tokens));
        return new Reply(status, headers, List.copyOf(sent), true, Ending.WHOLE, delivery);
    }

    /** The same without what follows its first parts; of a whole body its first half. */
    Reply cut(int afterParts, Ending how) {
        if (streamed) {
            return new Reply(
                    status, headers, parts.subList(0, Math.min(afterParts, parts.size())), true, how, delivery);
        }
        Part whole = parts.get(0);
        byte[] half = Arrays.copyOf(whole.bytes(), whole.bytes().length / 2);
        return new Reply(status, headers, List.of(new Part(half, whole.outputTokens())), false, how, delivery);
    }
}
