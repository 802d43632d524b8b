// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.ai.anthropic.AnthropicChatModel;
import org.springframework.ai.anthropic.AnthropicChatOptions;
import org.springframework.ai.anthropic.api.AnthropicApi;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.document.MetadataMode;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.OpenAiEmbeddingModel;
import org.springframework.ai.openai.OpenAiEmbeddingOptions;
import org.springframework.ai.openai.api.OpenAiApi;
import org.springframework.ai.retry.TransientAiException;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;

/** An application on Spring AI 1, over Spring's own clients: each value makes one call and says what came of it. */
public enum Beans {
    /** A chat with a model of OpenAI's. */
    OPENAI_CHAT {
        @Override
        String call() {
            return openAi("gpt-4.1").call(QUESTION);
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
        String call() {
            OpenAiEmbeddingOptions options = OpenAiEmbeddingOptions.builder()
                    .model("text-embedding-3-small")
                    .build();
            return Arrays.toString(
                    new OpenAiEmbeddingModel(openAiApi(), MetadataMode.EMBED, options, retries()).embed(QUESTION));
        }
    },
    /** A chat with a model of Anthropic's. */
    ANTHROPIC_CHAT {
        @Override
        String call() {
            return anthropic("claude-sonnet-4-5").call(QUESTION);
        }
    },
    /** The same, streamed. */
    ANTHROPIC_STREAM {
        @Override
        String call() {
            return streamed(anthropic("claude-haiku-4-5"));
        }
    },
    /** A chat without Spring AI, over Spring's template. */
    TEMPLATE_CHAT {
        @Override
        String call() {
            RestTemplate template = new RestTemplate(new SimpleClientHttpRequestFactory());
            HttpHeaders headers = new HttpHeaders();
            headers.setBearerAuth(System.getenv("OPENAI_API_KEY"));
            return retries()
                    .execute(attempt -> String.valueOf(template.postForObject(
                            System.getenv("OPENAI_BASE_URL") + "/chat/completions",
                            new HttpEntity<>(chat("gpt-4.1-nano", false), headers),
                            Map.class)));
        }
    },
    /** The same, streamed, over Spring's reactive client. */
    WEB_CLIENT_STREAM {
        @Override
        String call() {
            return WebClient.create(System.getenv("OPENAI_BASE_URL"))
                    .post()
                    .uri("/chat/completions")
                    .headers(headers -> headers.setBearerAuth(System.getenv("OPENAI_API_KEY")))
                    .bodyValue(chat("gpt-4o-mini", true))
                    .retrieve()
                    .bodyToFlux(String.class)
                    .toStream()
                    .toList()
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

    private static OpenAiApi openAiApi() {
        return OpenAiApi.builder()
                .baseUrl(System.getenv("OPENAI_BASE_URL"))
                .completionsPath("/chat/completions")
                .embeddingsPath("/embeddings")
                .apiKey(System.getenv("OPENAI_API_KEY"))
                .build();
    }

    private static ChatModel openAi(String model) {
        return OpenAiChatModel.builder()
                .openAiApi(openAiApi())
                .defaultOptions(OpenAiChatOptions.builder().model(model).build())
                .retryTemplate(retries())
                .build();
    }

    private static ChatModel anthropic(String model) {
        AnthropicApi api = AnthropicApi.builder()
                .baseUrl(System.getenv("ANTHROPIC_BASE_URL"))
                .apiKey(System.getenv("ANTHROPIC_API_KEY"))
                .build();
        return AnthropicChatModel.builder()
                .anthropicApi(api)
                .defaultOptions(AnthropicChatOptions.builder()
                        .model(model)
                        .maxTokens(500)
                        .build())
                .retryTemplate(retries())
                .build();
    }

    private static RetryTemplate retries() {
        return RetryTemplate.builder()
                .maxAttempts(3)
                .fixedBackoff(10)
                .retryOn(List.of(TransientAiException.class, HttpServerErrorException.class))
                .build();
    }

    private static Map<String, Object> chat(String model, boolean stream) {
        Map<String, Object> written = new TreeMap<>(Map.of("model", model, "stream", stream)); // always in one order
        written.put("messages", List.of(new TreeMap<>(Map.of("role", "user", "content", QUESTION))));
        return written;
    }

    private static String streamed(ChatModel model) {
        return model.stream(QUESTION).toStream().toList().toString();
    }
}
