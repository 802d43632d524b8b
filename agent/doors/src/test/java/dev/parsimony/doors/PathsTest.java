// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.doors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/chat/completions",
                "/openai/deployments/chat/chat/completions?api-version=2024-10-21",
                "/v1/messages/",
                "/v1/responses",
                "/api/chat",
                "/v1beta/models/gemini-2.5-flash:generateContent",
                "/v1beta/tunedModels/lamps:streamGenerateContent?alt=sse",
                "/model/anthropic.claude-sonnet-4-5-v1%3A0/converse-stream",
                "/model/amazon.nova-lite-v1:0/invoke"
            })
    void mayBeAModels(String path) {
        assertThat(Paths.mayBeAModels(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/health",
                "/v1/traces",
                "/v1/messages/batches",
                "/v1/orders?then=/v1/messages",
                "/responses.html",
                "/shops/7:open",
                "/models/gemini/files/7:download"
            })
    void areNot(String path) {
        assertThat(Paths.mayBeAModels(path)).isFalse();
    }

    @Test
    void areNotWhereThereIsNone() {
        assertThat(Paths.mayBeAModels(null)).isFalse();
    }
}
