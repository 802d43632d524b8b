// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.googleai.GoogleAiEmbeddingModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.mistralai.MistralAiChatModel;
import dev.langchain4j.model.mistralai.MistralAiFimModel;
import dev.langchain4j.model.mistralai.MistralAiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaEmbeddingModel;
import dev.langchain4j.model.ollama.OllamaLanguageModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** An application on LangChain4j, over the HTTP client of its own: each value makes one call and says what came of it. */
public enum Chain {
    /** A chat with a model of OpenAI's. */
    OPENAI_CHAT {
        @Override
        String call() {
            return OpenAiChatModel.builder()
                    .baseUrl(System.getenv("OPENAI_BASE_URL"))
                    .apiKey(System.getenv("OPENAI_API_KEY"))
                    .modelName("gpt-4.1")
                    .maxRetries(1)
                    .build()
                    .chat(QUESTION);
        }
    },
    /** The same, streamed. */
    OPENAI_STREAM {
        @Override
        String call() {
            return streamed(OpenAiStreamingChatModel.builder()
                    .baseUrl(System.getenv("OPENAI_BASE_URL"))
                    .apiKey(System.getenv("OPENAI_API_KEY"))
                    .modelName("gpt-4.1-mini")
                    .build());
        }
    },
    /** A chat that LangChain4j logs, by a client in front of its own. */
    OPENAI_LOGGED {
        @Override
        String call() {
            return OpenAiChatModel.builder()
                    .baseUrl(System.getenv("OPENAI_BASE_URL"))
                    .apiKey(System.getenv("OPENAI_API_KEY"))
                    .modelName("gpt-4.1-nano")
                    .maxRetries(1)
                    .logRequests(true)
                    .logResponses(true)
                    .build()
                    .chat(QUESTION);
        }
    },
    /** A vector. */
    OPENAI_EMBEDDING {
        @Override
        String call() {
            return OpenAiEmbeddingModel.builder()
                    .baseUrl(System.getenv("OPENAI_BASE_URL"))
                    .apiKey(System.getenv("OPENAI_API_KEY"))
                    .modelName("text-embedding-3-small")
                    .maxRetries(1)
                    .build()
                    .embed(TextSegment.from("a lamp that flickers"))
                    .toString();
        }
    },
    /** A chat with a model of Anthropic's. */
    ANTHROPIC_CHAT {
        @Override
        String call() {
            return AnthropicChatModel.builder()
                    .baseUrl(System.getenv("ANTHROPIC_BASE_URL") + "/v1")
                    .apiKey(System.getenv("ANTHROPIC_API_KEY"))
                    .modelName("claude-sonnet-4-5")
                    .maxRetries(1)
                    .build()
                    .chat(QUESTION);
        }
    },
    /** The same, streamed. */
    ANTHROPIC_STREAM {
        @Override
        String call() {
            return streamed(AnthropicStreamingChatModel.builder()
                    .baseUrl(System.getenv("ANTHROPIC_BASE_URL") + "/v1")
                    .apiKey(System.getenv("ANTHROPIC_API_KEY"))
                    .modelName("claude-haiku-4-5")
                    .build());
        }
    },
    /** A chat with a model of Google's. */
    GEMINI_CHAT {
        @Override
        String call() {
            return GoogleAiGeminiChatModel.builder()
                    .baseUrl(System.getenv("GOOGLE_GEMINI_BASE_URL") + "/v1beta")
                    .apiKey(System.getenv("GEMINI_API_KEY"))
                    .modelName("gemini-2.5-flash")
                    .maxRetries(1)
                    .build()
                    .chat(QUESTION);
        }
    },
    /** The same, streamed. */
    GEMINI_STREAM {
        @Override
        String call() {
            return streamed(GoogleAiGeminiStreamingChatModel.builder()
                    .baseUrl(System.getenv("GOOGLE_GEMINI_BASE_URL") + "/v1beta")
                    .apiKey(System.getenv("GEMINI_API_KEY"))
                    .modelName("gemini-3.5-flash")
                    .build());
        }
    },
    /** A vector. */
    GEMINI_EMBEDDING {
        @Override
        String call() {
            return GoogleAiEmbeddingModel.builder()
                    .baseUrl(System.getenv("GOOGLE_GEMINI_BASE_URL") + "/v1beta")
                    .apiKey(System.getenv("GEMINI_API_KEY"))
                    .modelName("gemini-embedding-2")
                    .maxRetries(1)
                    .build()
                    .embed(TextSegment.from("a lamp that flickers"))
                    .toString();
        }
    },
    /** A chat with a model of Mistral's. */
    MISTRAL_CHAT {
        @Override
        String call() {
            return MistralAiChatModel.builder()
                    .baseUrl(System.getenv("MISTRAL_BASE_URL"))
                    .apiKey("mi-secret")
                    .modelName("mistral-small-latest")
                    .maxRetries(1)
                    .build()
                    .chat(QUESTION);
        }
    },
    /** The same, streamed. */
    MISTRAL_STREAM {
        @Override
        String call() {
            return streamed(MistralAiStreamingChatModel.builder()
                    .baseUrl(System.getenv("MISTRAL_BASE_URL"))
                    .apiKey("mi-secret")
                    .modelName("mistral-large-latest")
                    .build());
        }
    },
    /** A text that goes on from another. */
    MISTRAL_TEXT {
        @Override
        String call() {
            return MistralAiFimModel.builder()
                    .baseUrl(System.getenv("MISTRAL_BASE_URL"))
                    .apiKey("mi-secret")
                    .modelName("codestral-latest")
                    .maxRetries(1)
                    .build()
                    .generate("int lamps = ")
                    .toString();
        }
    },
    /** A chat with a model on one's own machine. */
    OLLAMA_CHAT {
        @Override
        String call() {
            return OllamaChatModel.builder()
                    .baseUrl(System.getenv("OLLAMA_BASE_URL"))
                    .customHeaders(GATEWAY)
                    .modelName("llama3.2")
                    .maxRetries(1)
                    .build()
                    .chat(QUESTION);
        }
    },
    /** The same, streamed. */
    OLLAMA_STREAM {
        @Override
        String call() {
            return streamed(OllamaStreamingChatModel.builder()
                    .baseUrl(System.getenv("OLLAMA_BASE_URL"))
                    .customHeaders(GATEWAY)
                    .modelName("qwen3:8b")
                    .build());
        }
    },
    /** A text that goes on from another. */
    OLLAMA_TEXT {
        @Override
        String call() {
            return OllamaLanguageModel.builder()
                    .baseUrl(System.getenv("OLLAMA_BASE_URL"))
                    .customHeaders(GATEWAY)
                    .modelName("llama3.2:latest")
                    .maxRetries(1)
                    .build()
                    .generate("int lamps = ")
                    .toString();
        }
    },
    /** A vector. */
    OLLAMA_EMBEDDING {
        @Override
        String call() {
            return OllamaEmbeddingModel.builder()
                    .baseUrl(System.getenv("OLLAMA_BASE_URL"))
                    .customHeaders(GATEWAY)
                    .modelName("nomic-embed-text")
                    .maxRetries(1)
                    .build()
                    .embed(TextSegment.from("a lamp that flickers"))
                    .toString();
        }
    };

    /** Ollama asks for no key; where none is sent, a client shares its answers with no other. */
    private static final Map<String, String> GATEWAY = Map.of("Authorization", "Bearer gw-secret");

    private static final String QUESTION = "How long may I return a lamp?";

    /** Makes the call; all that the application sees of the answer. */
    abstract String call();

    /**
     * Makes calls, one after the other.
     *
     * @param args names of values
     */
    public static void main(String[] args) {
        Stream.of(args).map(Chain::valueOf).forEach(each -> System.out.println(each + ": " + each.outcome()));
        System.exit(0);
    }

    private String outcome() {
        try {
            return call();
        } catch (RuntimeException | LinkageError thrown) {
            return "threw " + thrown + (thrown.getCause() == null ? "" : " because of " + thrown.getCause());
        }
    }

    private static String streamed(StreamingChatModel model) {
        StringJoiner heard = new StringJoiner("|");
        CompletableFuture<String> end = new CompletableFuture<>();
        model.chat(QUESTION, new StreamingChatResponseHandler() {
            @Override
            public void onPartialResponse(String part) {
                heard.add(part);
            }

            @Override
            public void onCompleteResponse(ChatResponse whole) {
                end.complete(heard + " = " + whole.aiMessage().text() + " " + whole.tokenUsage());
            }

            @Override
            public void onError(Throwable thrown) {
                end.completeExceptionally(thrown);
            }
        });
        return end.join();
    }
}
