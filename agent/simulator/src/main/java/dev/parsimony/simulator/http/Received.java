// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One request as it came.
 *
 * @param at when it had been read whole, by the simulator's clock
 * @param head the bytes of request line and headers, up to and including the empty line
 * @param requestLine the first line
 * @param headers in the order they were sent
 * @param body the body's bytes; of a chunked one the bytes of its chunks
 */
public record Received(Instant at, byte[] head, String requestLine, List<Header> headers, byte[] body) {

    /** The method, for example {@code POST}. */
    public String method() {
        return requestLine.substring(0, requestLine.indexOf(' '));
    }

    /** Path and query as sent. */
    public String target() {
        int start = requestLine.indexOf(' ') + 1;
        return requestLine.substring(start, requestLine.lastIndexOf(' '));
    }

    /** The path without the query. */
    public String path() {
        String target = target();
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The value of the first header of this name, in any case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** The body as UTF-8. */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return requestLine + " (" + body.length + " bytes)";
    }
}
