// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads HTTP/1.1 requests from a connection, one after the other, keeping the head's bytes as they came. */
final class RequestReader {

    private static final int LONGEST_HEAD = 256 * 1024;
    private static final int LONGEST_BODY = 64 * 1024 * 1024;
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private final InputStream in;
    private final OutputStream out;
    private final InstantSource clock;

    RequestReader(InputStream in, OutputStream out, InstantSource clock) {
        this.in = in;
        this.out = out;
        this.clock = clock;
    }

    /**
     * The next request, or nothing when the client closed the connection between requests.
     *
     * @throws IOException when the bytes are no HTTP/1.1 request, or the connection breaks in the middle of one
     */
    Optional<Received> next() throws IOException {
        byte[] head = head();
        if (head.length == 0) {
            return Optional.empty();
        }
        String[] lines = new String(head, StandardCharsets.ISO_8859_1).strip().split("\r\n");
        if (lines[0].split(" ").length != 3) {
            throw new IOException("not a request line: " + lines[0]);
        }
        List<Header> headers = headers(lines);
        Received request = new Received(Instant.EPOCH, head, lines[0], headers, new byte[0]);
        byte[] body = body(request);
        return Optional.of(new Received(clock.instant(), head, lines[0], headers, body));
    }

    private byte[] head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream(1024);
        int ends = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            boolean expected = next == (ends % 2 == 0 ? '\r' : '\n');
            ends = expected ? ends + 1 : (next == '\r' ? 1 : 0);
            if (ends == 4) {
                return head.toByteArray();
            }
            if (head.size() > LONGEST_HEAD) {
                throw new IOException("request head longer than " + LONGEST_HEAD + " bytes");
            }
        }
        if (head.size() > 0) {
            throw new EOFException("connection closed within a request's head");
        }
        return new byte[0];
    }

    private static List<Header> headers(String[] lines) throws IOException {
        List<Header> headers = new ArrayList<>(lines.length);
        for (int line = 1; line < lines.length; line++) {
            int colon = lines[line].indexOf(':');
            if (colon <= 0) {
                throw new IOException("not a header: line " + line + " of the request's head");
            }
            headers.add(new Header(
                    lines[line].substring(0, colon),
                    lines[line].substring(colon + 1).strip()));
        }
        return List.copyOf(headers);
    }

    private byte[] body(Received request) throws IOException {
        if (request.header("Expect").map("100-continue"::equalsIgnoreCase).orElse(false)) {
            out.write(CONTINUE);
            out.flush();
        }
        if (request.header("Transfer-Encoding").map("chunked"::equalsIgnoreCase).orElse(false)) {
            return chunks();
        }
        return exactly(length(request.header("Content-Length").orElse("0"), 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int length = chunkLength(); length > 0; length = chunkLength()) {
            body.write(exactly(length));
            line();
            if (body.size() > LONGEST_BODY) {
                throw new IOException("request body longer than " + LONGEST_BODY + " bytes");
            }
        }
        String trailer = line();
        while (!trailer.isEmpty()) {
            trailer = line();
        }
        return body.toByteArray();
    }

    private int chunkLength() throws IOException {
        String line = line();
        int extension = line.indexOf(';');
        return length((extension < 0 ? line : line.substring(0, extension)).strip(), 16);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("connection closed within a chunked body");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("connection closed within a request's body");
        }
        return bytes;
    }

    private static int length(String digits, int radix) throws IOException {
        try {
            int length = Integer.parseInt(digits, radix);
            if (length < 0 || length > LONGEST_BODY) {
                throw new IOException("request body longer than " + LONGEST_BODY + " bytes");
            }
            return length;
        } catch (NumberFormatException e) {
            throw new IOException("not a length: " + digits, e);
        }
    }
}
