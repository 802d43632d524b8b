// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.doors;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.dialect.Dialects;
import dev.parsimony.exchange.Dialect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What passes a door unseen is no call of any API that the engine knows. */
class PathsOfDialectsTest {
    private static final String VERTEX = "/v1/projects/p/locations/l/publishers/google/models/";

    private static final Map<String, List<String>> PATHS = Map.ofEntries(
            entry("openai.chat", List.of("/v1/chat/completions", "/openai/deployments/d/chat/completions")),
            entry("openai.responses", List.of("/v1/responses", "/openai/v1/responses")),
            entry("openai.embeddings", List.of("/v1/embeddings", "/openai/deployments/d/embeddings")),
            entry("anthropic.messages", List.of("/v1/messages", "/anthropic/v1/messages")),
            entry("ollama.chat", List.of("/api/chat")),
            entry("ollama.generate", List.of("/api/generate")),
            entry("ollama.embed", List.of("/api/embed")),
            entry("ollama.embeddings", List.of("/api/embeddings")),
            entry("cohere.chat", List.of("/v2/chat")),
            entry("cohere.embed", List.of("/v1/embed", "/v2/embed")),
            entry("mistral.fim", List.of("/v1/fim/completions")),
            entry("mistral.agents", List.of("/v1/agents/completions")),
            entry("bedrock.converse", List.of("/model/m/converse", "/model/m/converse-stream")),
            entry(
                    "bedrock.invoke.claude",
                    List.of(
                            "/model/anthropic.claude-v2/invoke",
                            "/model/anthropic.claude-v2/invoke-with-response-stream")),
            entry("bedrock.invoke.nova", List.of("/model/amazon.nova-lite-v1/invoke")),
            entry("bedrock.invoke.llama", List.of("/model/meta.llama3-70b-instruct-v1/invoke")),
            entry("bedrock.invoke.mistral", List.of("/model/mistral.mistral-large-2402-v1/invoke")),
            entry("bedrock.invoke.titan_embeddings", List.of("/model/amazon.titan-embed-text-v2/invoke")),
            entry("bedrock.invoke.cohere_embeddings", List.of("/model/cohere.embed-v4/invoke")),
            entry(
                    "gemini.generate",
                    List.of(
                            "/v1beta/models/g:generateContent",
                            "/v1beta/tunedModels/t:streamGenerateContent",
                            VERTEX.replace("models", "endpoints") + "7:generateContent")),
            entry("gemini.embed", List.of("/v1beta/models/g:embedContent", "/v1beta/models/g:batchEmbedContents")),
            entry("gemini.predict", List.of(VERTEX + "text-embedding-005:predict")));

    @Test
    void areLookedAt() {
        assertThat(Dialects.all()).extracting(Dialect::name).containsExactlyInAnyOrderElementsOf(PATHS.keySet());
        assertThat(Dialects.all())
                .allSatisfy(dialect -> assertThat(PATHS.get(dialect.name()))
                        .allMatch(dialect::recognises)
                        .allMatch(Paths::mayBeAModels));
    }
}
