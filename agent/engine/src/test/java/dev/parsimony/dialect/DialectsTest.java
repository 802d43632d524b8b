// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectsTest {
    @ParameterizedTest
    @CsvSource({
        "/v1/chat/completions, openai.chat",
        "/chat/completions, openai.chat",
        "/api/v1/chat/completions, openai.chat",
        "/v1beta/openai/chat/completions, openai.chat",
        "/openai/v1/chat/completions, openai.chat",
        "/openai/deployments/my-gpt/chat/completions, openai.chat",
        "/v1/responses, openai.responses",
        "/openai/v1/responses, openai.responses",
        "/v1/embeddings, openai.embeddings",
        "/openai/deployments/ada/embeddings, openai.embeddings",
        "/v1/messages, anthropic.messages",
        "/messages, anthropic.messages",
        "/anthropic/v1/messages, anthropic.messages",
        "/v1beta/models/gemini-2.5-flash:generateContent, gemini.generate",
        "/v1beta/models/gemini-2.5-flash:streamGenerateContent, gemini.generate",
        "/v1beta/tunedModels/mine:generateContent, gemini.generate",
        "/v1/projects/p/locations/eu/publishers/google/models/gemini-2.5-pro:generateContent, gemini.generate",
        "/v1/projects/p/locations/eu/endpoints/123:streamGenerateContent, gemini.generate",
        "/gateway/models/m:embedContent, gemini.embed",
        "/v1beta/models/gemini-embedding-001:batchEmbedContents, gemini.embed",
        "/v1/projects/p/locations/eu/publishers/google/models/text-embedding-005:predict, gemini.predict"
    })
    void areRecognisedByThePathOnAnyHost(String path, String name) {
        assertThat(Dialects.of(path)).map(Dialect::name).hasValue(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/v1/completions",
                "/v1/chat/completions/chatcmpl-1",
                "/v1/chat/completions/chatcmpl-1/messages",
                "/v1/responses/resp_1",
                "/v1/responses/resp_1/cancel",
                "/v1/responses/compact",
                "/v1/responses/input_tokens",
                "/v1/threads/thread_1/messages",
                "/v1/conversations/conv_1/messages",
                "/v1/messages/batches",
                "/v1/messages/count_tokens",
                "/v1/batches",
                "/v1/images/generations",
                "/v1/audio/speech",
                "/v1/moderations",
                "/v1/mychat/completions-of-yours",
                "/v1/notmessages",
                "/v1/myembeddings",
                "/v1beta/models/gemini-2.5-flash:countTokens",
                "/v1beta/models/gemini-2.5-flash:batchGenerateContent",
                "/v1beta/models/gemini-2.5-flash",
                "/v1beta/generateContent",
                "/v1beta:generateContent",
                "/v1beta/cachedContents/c:generateContent",
                "/v1/projects/p/locations/l/publishers/google/models/imagen-4.0:predict",
                "/v1/projects/p/locations/l/publishers/google/models/multimodalembedding@001:predict",
                "/v1/projects/p/locations/l/publishers/anthropic/models/claude-sonnet-4-5:rawPredict"
            })
    void leaveOtherPathsAlone(String path) {
        assertThat(Dialects.of(path)).isEmpty();
    }

    @Test
    void areFoundByTheirNames() {
        for (Dialect dialect : Dialects.all()) {
            assertThat(Dialects.named(dialect.name())).containsSame(dialect);
            assertThat(dialect).hasToString(dialect.name());
        }
        assertThat(Dialects.named("openai.images")).isEmpty();
    }

    @Test
    void readTheModelFromThePathOfAnAzureDeployment() {
        String path = "/openai/deployments/my-gpt/chat/completions";
        Dialect chat = Dialects.of(path).orElseThrow();

        assertThat(chat.lens(path, Samples.json("{'messages':[]}")).model()).isEqualTo("my-gpt");
        assertThat(chat.lens(path, Samples.json("{'model':'gpt-4o'}")).model()).isEqualTo("gpt-4o");
        assertThat(chat.lens(path, Samples.json("{'model':'gpt-4o'}")).withModel("gpt-4o-mini"))
                .hasToString("Refuse[reason=model_in_path]");
    }
}
