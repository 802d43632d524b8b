// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The billed APIs, each with the end of its path and its way to read a request as a prompt. */
public enum Api {
    /** OpenRouter's chat completions, which take Anthropic's marks too. */
    OPENROUTER_CHAT(Provider.OPENROUTER, "/api/v1/chat/completions"),
    /** OpenAI Chat Completions, at any base path, Azure's deployments included. */
    OPENAI_CHAT(Provider.OPENAI, "/chat/completions"),
    /** OpenAI Responses. */
    OPENAI_RESPONSES(Provider.OPENAI, "/responses"),
    /** OpenAI Embeddings. */
    OPENAI_EMBEDDINGS(Provider.OPENAI, "/embeddings"),
    /** Anthropic Messages. */
    ANTHROPIC_MESSAGES(Provider.ANTHROPIC, "/v1/messages"),
    /** Gemini's content, whole or streamed; its body names no model. */
    GEMINI_GENERATE(Provider.GOOGLE, ":generateContent", ":streamGenerateContent"),
    /** Gemini's embeddings, of one content or of several; its body names no model. */
    GEMINI_EMBED(Provider.GOOGLE, ":embedContent", ":batchEmbedContents"),
    /** Bedrock's Converse; calls of it hold {@link Converse#asMessages what its model reads}. Its body names no model. */
    BEDROCK_CONVERSE(Provider.BEDROCK, "/converse", "/converse-stream"),
    /** What Bedrock has a model answer in its maker's words; of Claude alone. Its body names no model. */
    BEDROCK_INVOKE(Provider.BEDROCK, "/invoke", "/invoke-with-response-stream"),
    /** Mistral's chats, also those with its agents. */
    MISTRAL_CHAT(Provider.MISTRAL, "/mistral/v1/chat/completions"),
    /** Mistral's texts between a beginning and an end. */
    MISTRAL_FIM(Provider.MISTRAL, "/fim/completions"),
    /** Mistral's vectors. */
    MISTRAL_EMBEDDINGS(Provider.MISTRAL, "/mistral/v1/embeddings"),
    /** Cohere's chats, version 2. */
    COHERE_CHAT(Provider.COHERE, "/v2/chat"),
    /** Cohere's vectors, both versions. */
    COHERE_EMBED(Provider.COHERE, "/embed"),
    /** Ollama's chats. */
    OLLAMA_CHAT(Provider.OLLAMA, "/api/chat"),
    /** Ollama's texts. */
    OLLAMA_GENERATE(Provider.OLLAMA, "/api/generate"),
    /** Ollama's vectors. */
    OLLAMA_EMBED(Provider.OLLAMA, "/api/embed");

    private final Provider provider;

    @SuppressWarnings("ImmutableEnumChecker") // never written to
    private final String[] paths;

    Api(Provider provider, String... paths) {
        this.provider = provider;
        this.paths = paths;
    }

    /** The API at this path (without a query), or nothing when it is not billed here. */
    public static Optional<Api> ofPath(String path) {
        return Arrays.stream(values())
                .filter(api -> Arrays.stream(api.paths).anyMatch(path::endsWith))
                .findFirst();
    }

    /** Whose API it is. */
    public Provider provider() {
        return provider;
    }

    /** The request's prompt as this model reads it. The body must be valid for the API. */
    public Prompt prompt(JsonNode body, Model model) {
        return switch (this) {
            case OPENAI_CHAT, MISTRAL_CHAT, COHERE_CHAT, OLLAMA_CHAT -> ChatPrompt.read(body, model);
            case OPENROUTER_CHAT -> ChatPrompt.relayed(body, model);
            case OPENAI_RESPONSES -> ResponsesPrompt.read(body, model);
            case OPENAI_EMBEDDINGS, MISTRAL_EMBEDDINGS -> EmbeddingsPrompt.read(body, model);
            case ANTHROPIC_MESSAGES, BEDROCK_CONVERSE, BEDROCK_INVOKE -> MessagesPrompt.read(body, model);
            case GEMINI_GENERATE -> GeminiPrompt.read(body, model);
            case GEMINI_EMBED -> GeminiPrompt.embedded(body, model);
            case MISTRAL_FIM, COHERE_EMBED, OLLAMA_GENERATE, OLLAMA_EMBED -> TextsPrompt.read(body, model);
        };
    }
}
