// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EventDataTest {
    @Test
    void seesOnlyItsOwnBytes() {
        byte[] bytes = "xx[DONE]yy".getBytes(StandardCharsets.UTF_8);
        EventData data = new EventData(bytes, 2, 8);

        assertThat(data.is("[DONE]")).isTrue();
        assertThat(data.is("[DON")).isFalse();
        assertThat(data.is("[DONE]y")).isFalse();
        assertThat(data.contains("DONE")).isTrue();
        assertThat(data.contains("]y")).isFalse();
        assertThat(data.contains("x[")).isFalse();
    }

    @Test
    void readsItsBytesAsJson() {
        byte[] bytes = "data: {\"a\":1}\n".getBytes(StandardCharsets.UTF_8);

        assertThat(new EventData(bytes, 6, 13)
                        .json()
                        .orElseThrow()
                        .root()
                        .get("a")
                        .raw())
                .isEqualTo("1");
        assertThat(new EventData(bytes, 0, 13).json()).isEmpty();
    }

    @Test
    void tellsAValueFromNull() {
        assertThat(data("{\"usage\":null}").mayHold("usage")).isFalse();
        assertThat(data("{\"usage\" : null}").mayHold("usage")).isFalse();
        assertThat(data("{\"usage\":{}}").mayHold("usage")).isTrue();
        assertThat(data("{\"x\":{\"usage\":null},\"usage\": {}}").mayHold("usage"))
                .isTrue();
        assertThat(data("{\"usages\":1}").mayHold("usage")).isFalse();
    }

    @Test
    void isNotMisledByContentThatQuotesAName() {
        assertThat(data("{\"content\":\"the \\\"usage\\\": 5\"}").mayHold("usage"))
                .isFalse();
    }

    private static EventData data(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new EventData(bytes, 0, bytes.length);
    }
}
