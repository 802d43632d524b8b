// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.ai.anthropic.AnthropicChatModel;
import org.springframework.ai.anthropic.AnthropicChatOptions;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.ollama.OllamaChatModel;
import org.springframework.ai.ollama.OllamaEmbeddingModel;
import org.springframework.ai.ollama.api.OllamaApi;
import org.springframework.ai.ollama.api.OllamaChatOptions;
import org.springframework.ai.ollama.api.OllamaEmbeddingOptions;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.OpenAiEmbeddingModel;
import org.springframework.ai.openai.OpenAiEmbeddingOptions;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * An application on Spring AI 2, over the providers' own SDKs and, for Ollama, Spring's clients: each value makes one call
 * and says what came of it.
 */
public enum Beans {
    /** A chat with a model of OpenAI's. */
    OPENAI_CHAT {
        @Override
        String call() {
            return String.valueOf(openAi("gpt-4.1").call(QUESTION));
        }
    },
    /** The same, streamed. */
    OPENAI_STREAM {
        @Override
        String call() {
            return streamed(openAi("gpt-4.1-mini"));
        }
    },
    /** A vector. */
    OPENAI_EMBEDDING {
        @Override
        @SuppressWarnings("deprecation") // as applications do that came from Spring AI 1
        String call() {
            OpenAiEmbeddingOptions options = OpenAiEmbeddingOptions.builder()
                    .model("text-embedding-3-small")
                    .build();
            return Arrays.toString(new OpenAiEmbeddingModel(options).embed(QUESTION));
        }
    },
    /** A chat with a model of Anthropic's. */
    ANTHROPIC_CHAT {
        @Override
        String call() {
            return String.valueOf(anthropic("claude-sonnet-4-5").call(QUESTION));
        }
    },
    /** The same, streamed. */
    ANTHROPIC_STREAM {
        @Override
        String call() {
            return streamed(anthropic("claude-haiku-4-5"));
        }
    },
    /** A chat with a model on one's own machine. */
    OLLAMA_CHAT {
        @Override
        String call() {
            return String.valueOf(ollama("llama3.2").call(QUESTION));
        }
    },
    /** The same, streamed. */
    OLLAMA_STREAM {
        @Override
        String call() {
            return streamed(ollama("qwen3:8b"));
        }
    },
    /** A vector. */
    OLLAMA_EMBEDDING {
        @Override
        String call() {
            return Arrays.toString(OllamaEmbeddingModel.builder()
                    .ollamaApi(ollamaApi())
                    .options(OllamaEmbeddingOptions.builder()
                            .model("nomic-embed-text")
                            .build())
                    .build()
                    .embed(QUESTION));
        }
    };

    private static final String QUESTION = "How long may I return a lamp?";
    private static final Map<String, ChatModel> MODELS = new ConcurrentHashMap<>();

    /** Makes the call; all that the application sees of the answer. */
    abstract String call();

    /**
     * Makes calls, one after the other.
     *
     * @param args names of values
     */
    public static void main(String[] args) {
        Stream.of(args).map(Beans::valueOf).forEach(each -> System.out.println(each + ": " + each.outcome()));
        System.exit(0);
    }

    private String outcome() {
        try {
            return call();
        } catch (RuntimeException thrown) {
            return "threw " + thrown;
        }
    }

    private static ChatModel openAi(String model) {
        return OpenAiChatModel.builder()
                .options(OpenAiChatOptions.builder().model(model).build())
                .build();
    }

    /** One for all calls: the key is its client's, and no other shares its answers. */
    private static ChatModel anthropic(String model) {
        return MODELS.computeIfAbsent(model, Beans::madeByAnthropic);
    }

    private static ChatModel madeByAnthropic(String model) {
        return AnthropicChatModel.builder()
                .options(AnthropicChatOptions.builder()
                        .model(model)
                        .maxTokens(500)
                        .build())
                .build();
    }

    /** Ollama asks for no key; a gateway in front of it may. */
    private static OllamaApi ollamaApi() {
        return OllamaApi.builder()
                .baseUrl(System.getenv("OLLAMA_BASE_URL"))
                .restClientBuilder(RestClient.builder().defaultHeader("Authorization", "Bearer gw-secret"))
                .webClientBuilder(WebClient.builder().defaultHeader("Authorization", "Bearer gw-secret"))
                .build();
    }

    private static ChatModel ollama(String model) {
        RetryPolicy patience =
                RetryPolicy.builder().maxRetries(2).delay(Duration.ofMillis(10)).build();
        return OllamaChatModel.builder()
                .ollamaApi(ollamaApi())
                .options(OllamaChatOptions.builder().model(model).build())
                .retryTemplate(new RetryTemplate(patience))
                .build();
    }

    private static String streamed(ChatModel model) {
        return model.stream(QUESTION).toStream().toList().toString();
    }
}
