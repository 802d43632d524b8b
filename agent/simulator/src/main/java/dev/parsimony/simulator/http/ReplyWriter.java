// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes answers to a connection as HTTP/1.1: streams in chunks, the rest by length. */
final class ReplyWriter {

    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(408, "Request Timeout"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Payload Too Large"),
            Map.entry(422, "Unprocessable Entity"),
            Map.entry(424, "Failed Dependency"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    private final OutputStream out;

    ReplyWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Sends the answer at this pace. Its delivery begins before the first byte and ends, once, before the last piece: whoever has read the answer finds
     * it on the bill.
     *
     * @throws IOException when the client has gone
     * @throws InterruptedException when the simulator closes meanwhile
     */
    void write(Reply reply, Pace pace) throws IOException, InterruptedException {
        pace.beforeFirstByte();
        reply.delivery().begins();
        int sent = 0;
        try {
            head(reply);
            for (Reply.Part part :
                    reply.parts().subList(0, Math.max(0, reply.parts().size() - 1))) {
                pace.during(part.outputTokens() - sent);
                part(reply, part);
                sent = part.outputTokens();
            }
            pace.during(reply.outputTokens() - sent);
            sent = reply.outputTokens();
        } finally {
            reply.delivery().ends(sent);
        }
        last(reply);
    }

    private void last(Reply reply) throws IOException {
        if (!reply.parts().isEmpty()) {
            part(reply, reply.parts().get(reply.parts().size() - 1));
        }
        if (reply.streamed() && reply.ending() == Reply.Ending.WHOLE) {
            ascii("0\r\n\r\n");
        }
        out.flush();
    }

    private void head(Reply reply) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(reply.status())
                .append(' ')
                .append(REASONS.getOrDefault(reply.status(), "Status"))
                .append("\r\n");
        reply.headers().forEach(header -> head.append(header).append("\r\n"));
        head.append(reply.streamed() ? "transfer-encoding: chunked" : "content-length: " + promised(reply));
        ascii(head.append("\r\n\r\n").toString());
    }

    /** A body that breaks off promises more than it sends. */
    private static int promised(Reply reply) {
        int length = reply.parts().get(0).bytes().length;
        return reply.ending() == Reply.Ending.WHOLE ? length : length + 1;
    }

    private void part(Reply reply, Reply.Part part) throws IOException {
        if (reply.streamed()) {
            ascii(Integer.toHexString(part.bytes().length) + "\r\n");
            out.write(part.bytes());
            ascii("\r\n");
            out.flush();
        } else {
            out.write(part.bytes());
        }
    }

    private void ascii(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
