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
        "/v1/projects/p/locations/eu/publishers/google/models/text-embedding-005:predict, gemini.predict",
        "/api/chat, ollama.chat",
        "/api/generate, ollama.generate",
        "/api/embed, ollama.embed",
        "/v2/chat, cohere.chat",
        "/v1/embed, cohere.embed",
        "/v2/embed, cohere.embed",
        "/v1/fim/completions, mistral.fim",
        "/v1/agents/completions, mistral.agents"
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
                "/api/tags",
                "/api/chats",
                "/v1/chat",
                "/v2/rerank",
                "/v2/embed-jobs",
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/chat | {'model':'llama3.2','messages':[]} | ollama.chat
            /api/chat | {'id':'7','messages':[{'role':'user','content':'hello'}]} | none
            /api/generate | {'model':'llama3.2','prompt':'hello'} | ollama.generate
            /api/generate | {'topic':'lamps'} | none
            /api/embeddings | {'model':'nomic-embed-text','prompt':'a lamp'} | ollama.embeddings
            /api/embeddings | {'model':'text-embedding-3-small','input':'a lamp'} | openai.embeddings
            /v2/chat | {'model':'command-a-03-2025','messages':[]} | cohere.chat
            /v2/chat | {'message':'hello'} | none
            /v1/embed | {'model':'embed-v4.0','texts':['a lamp']} | cohere.embed
            /v1/embed | {'video':'lamp.mp4'} | none
            /v1.0/teams/7/channels/8/messages | {'body':{'content':'hello'}} | none
            /forms/7/responses | {'answers':[1,2]} | none
            /v1/embeddings | {'document':7} | none
            /v1/chat/completions | {'chat':7} | none
            /v1/messages | {'model':'claude-haiku-4-5','max_tokens':8,'messages':[]} | anthropic.messages
            /v1/responses | {'prompt':{'id':'pmpt_1'}} | openai.responses
            """)
    void areToldFromOthersByWhatTheRequestHolds(String path, String request, String name) {
        assertThat(Dialects.of(path, Samples.json(request)).map(Dialect::name).orElse("none"))
                .isEqualTo(name);
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
