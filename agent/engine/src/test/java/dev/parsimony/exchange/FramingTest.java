// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTest {
    @ParameterizedTest
    @CsvSource({
        "text/event-stream, SERVER_SENT_EVENTS",
        "text/event-stream; charset=utf-8, SERVER_SENT_EVENTS",
        "Text/Event-Stream, SERVER_SENT_EVENTS",
        "application/x-ndjson, JSON_LINES",
        "application/x-ndjson ; charset=utf-8, JSON_LINES",
        "application/jsonl, JSON_LINES",
        "application/stream+json, JSON_LINES",
        "application/vnd.amazon.eventstream, AWS_MESSAGES"
    })
    void isToldByTheContentType(String contentType, Framing framing) {
        assertThat(Framing.of(contentType)).contains(framing);
        assertThat(head(contentType).isEventStream()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "application/json", "application/json; charset=utf-8", "text/event-stream-like"})
    void isNoneForAPlainBody(String contentType) {
        assertThat(head(contentType).isEventStream()).isFalse();
    }

    @Test
    void isNoneWhereNothingIsSaid() {
        assertThat(new Head(200, Headers.none()).framing()).isEmpty();
    }

    private static Head head(String contentType) {
        return new Head(200, Headers.of(Map.of("Content-Type", List.of(contentType))));
    }
}
