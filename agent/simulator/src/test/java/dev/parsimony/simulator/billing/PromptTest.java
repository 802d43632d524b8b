// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** How requests are read as prompts. */
class PromptTest {

    private static Prompt prompt(Api api, String model, String json) {
        Model known = Models.shipped().find(api.provider(), model).orElseThrow();
        return api.prompt(new JsonMapper().readTree(json), known);
    }

    private static Prompt messages(String json) {
        return prompt(Api.ANTHROPIC_MESSAGES, "claude-sonnet-4-5", json);
    }

    private static Prompt chat(String json) {
        return prompt(Api.OPENAI_CHAT, "gpt-4o", json);
    }

    @Test
    void hasTheSameFingerprintWithAndWithoutMarks() {
        String plain = "{\"messages\": [{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"hi\"}]}]}";
        String marked = plain.replace("\"hi\"", "\"hi\", \"cache_control\": {\"type\": \"ephemeral\"}");

        assertThat(messages(marked).fingerprint()).isEqualTo(messages(plain).fingerprint());
    }

    @Test
    void hasAnotherFingerprintForAnotherWord() {
        String one = "{\"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]}";

        assertThat(messages(one.replace("hi", "ho")).fingerprint())
                .isNotEqualTo(messages(one).fingerprint());
    }

    @Test
    void tellsRolesApart() {
        String one = "{\"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]}";

        assertThat(chat(one.replace("user", "system")).fingerprint())
                .isNotEqualTo(chat(one).fingerprint());
    }

    @Test
    void readsAnthropicsToolsBeforeSystemBeforeMessages() {
        String tool = "{\"name\": \"f\", \"input_schema\": {}}";

        Prompt prompt =
                messages("{\"messages\": [{\"role\": \"user\", \"content\": \"m\"}], \"system\": \"s\", \"tools\": ["
                        + tool + "]}");

        assertThat(prompt.blocks()).hasSize(3);
        assertThat(new String(prompt.blocks().get(0).head(), StandardCharsets.UTF_8))
                .contains("input_schema");
        assertThat(prompt.blocks().get(1).text()).isEqualTo(Utf8.bytes("s"));
        assertThat(prompt.blocks().get(2).text()).isEqualTo(Utf8.bytes("m"));
    }

    @ParameterizedTest
    @CsvSource({"low, 85", "high, 765"})
    void countsAnImageByItsDetail(String detail, int tokens) {
        String json = "{\"messages\": [{\"role\": \"user\", \"content\": [{\"type\": \"image_url\", \"image_url\":"
                + " {\"url\": \"https://example.com/a.png\", \"detail\": \"" + detail + "\"}}]}]}";

        assertThat(chat(json).tokens()).isEqualTo(Prompt.PRIMING + TokenFactor.OVERHEAD + tokens);
    }

    @Test
    void countsTextByBytesAndMessagesByFour() {
        String json =
                "{\"messages\": [{\"role\": \"user\", \"content\": \"12345678\"}, {\"role\": \"user\", \"content\":"
                        + " \"ö\"}]}";

        assertThat(chat(json).tokens()).isEqualTo(3 + (4 + 2) + (4 + 1));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/chat/completions, OPENAI_CHAT",
        "/openai/deployments/d/chat/completions, OPENAI_CHAT",
        "/api/v1/responses, OPENAI_RESPONSES",
        "/v1/embeddings, OPENAI_EMBEDDINGS",
        "/v1/messages, ANTHROPIC_MESSAGES"
    })
    void knowsTheApiByTheEndOfItsPath(String path, Api api) {
        assertThat(Api.ofPath(path)).contains(api);
    }

    @ParameterizedTest
    @CsvSource({"/v1/files", "/v1/messages/batches", "/v1/responses/resp_1/cancel"})
    void billsNoOtherPath(String path) {
        assertThat(Api.ofPath(path)).isEmpty();
    }
}
