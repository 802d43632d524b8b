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
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
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
                    .maxRetries(0)
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
                    .modelName("gpt-4.1")
                    .build());
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
                    .maxRetries(0)
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
                    .maxRetries(0)
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
                    .modelName("claude-sonnet-4-5")
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
                    .maxRetries(0)
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
                    .modelName("gemini-2.5-flash")
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
                    .maxRetries(0)
                    .build()
                    .embed(TextSegment.from("a lamp that flickers"))
                    .toString();
        }
    };

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
        } catch (RuntimeException thrown) {
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
