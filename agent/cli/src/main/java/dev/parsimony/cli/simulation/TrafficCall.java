// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of a traffic file.
 *
 * @param at when the application made the call
 * @param callSite {@code package.Class.method}; empty if it is not known
 * @param tenant for whom; empty if it is not known
 * @param url where it went
 * @param request the request's body
 * @param outputTokens how long the answer was, in tokens
 */
public record TrafficCall(Instant at, String callSite, String tenant, URI url, byte[] request, long outputTokens) {
    /**
     * Reads a traffic file: one JSON object a line, empty lines apart.
     *
     * @param file its bytes
     * @return the calls, in order of time
     * @throws IllegalArgumentException with the line's number and what is wrong with it
     */
    public static List<TrafficCall> read(byte[] file) {
        List<TrafficCall> calls = new ArrayList<>();
        int line = 0;
        for (int from = 0; from < file.length; line++) {
            int to = from;
            while (to < file.length && file[to] != '\n') {
                to++;
            }
            byte[] text = Arrays.copyOfRange(file, from, to);
            if (!new String(text, StandardCharsets.UTF_8).isBlank()) {
                calls.add(read(text, line + 1));
            }
            from = to + 1;
        }
        calls.sort(Comparator.comparing(TrafficCall::at));
        return calls;
    }

    private static TrafficCall read(byte[] text, int number) {
        Node line = Json.read(text)
                .map(Json::root)
                .orElseThrow(() -> new IllegalArgumentException(number + ": is no strict JSON (RFC 8259)"));
        Node request = line.get("request");
        if (!request.is(Node.Kind.OBJECT)) {
            throw new IllegalArgumentException(number + ": has no object under request");
        }
        try {
            return new TrafficCall(
                    Instant.parse(line.get("at").text()),
                    line.get("call_site").text(),
                    line.get("tenant").text(),
                    url(line.get("url").text()),
                    Arrays.copyOfRange(text, request.start(), request.end()),
                    line.get("output_tokens").asLong().orElse(0));
        } catch (DateTimeException misspelt) {
            throw new IllegalArgumentException(
                    number + ": has no time under at, such as 2026-11-21T12:00:00Z", misspelt);
        } catch (IllegalArgumentException misspelt) {
            throw new IllegalArgumentException(number + ": " + misspelt.getMessage(), misspelt);
        }
    }

    private static URI url(String text) {
        URI url = URI.create(text);
        if (url.getHost() == null) {
            throw new IllegalArgumentException("has no URL of an API under url, such as https://HOST/PATH");
        }
        return url;
    }

    /** The host it went to. */
    Address address() {
        return new Address(url.getScheme(), url.getHost().toLowerCase(Locale.ROOT), url.getPort());
    }

    /** The URL's path. */
    String path() {
        return Optional.ofNullable(url.getPath()).orElse("");
    }

    /** The URL's query; empty if it has none. */
    String query() {
        return Optional.ofNullable(url.getRawQuery()).orElse("");
    }

    @Override
    public boolean equals(Object other) {
        return this == other; // two calls are two, whatever they say
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return at + " " + callSite + " " + url.getHost() + " (" + request.length + " bytes)"; // never the content
    }
}
