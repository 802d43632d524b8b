// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.Locale;
import java.util.Optional;

/** How a stream is cut into events, which its content type tells. */
public enum Framing {
    /** Fields on lines, a blank line behind each event; WHATWG HTML, section 9.2. */
    SERVER_SENT_EVENTS,
    /** One JSON text a line, none of them named; Ollama's streams. */
    JSON_LINES,
    /** Binary messages of headers and a payload, with their lengths before them; Amazon's event stream encoding. */
    AWS_MESSAGES;

    /**
     * The framing of a content type.
     *
     * @param contentType as in a header, in any case and with or without parameters
     * @return the framing, or empty where that is no type of a stream
     */
    public static Optional<Framing> of(String contentType) {
        int end = contentType.indexOf(';');
        String type = end < 0 ? contentType : contentType.substring(0, end);
        return switch (type.trim().toLowerCase(Locale.ROOT)) {
            case "text/event-stream" -> Optional.of(SERVER_SENT_EVENTS);
            case "application/x-ndjson", "application/ndjson", "application/jsonl", "application/stream+json" ->
                Optional.of(JSON_LINES);
            case "application/vnd.amazon.eventstream" -> Optional.of(AWS_MESSAGES);
            default -> Optional.empty();
        };
    }
}
