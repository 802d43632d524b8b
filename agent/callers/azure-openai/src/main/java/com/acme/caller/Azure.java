// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import com.azure.ai.openai.OpenAIAsyncClient;
import com.azure.ai.openai.OpenAIClient;
import com.azure.ai.openai.OpenAIClientBuilder;
import com.azure.ai.openai.models.ChatChoice;
import com.azure.ai.openai.models.ChatCompletions;
import com.azure.ai.openai.models.ChatCompletionsOptions;
import com.azure.ai.openai.models.ChatRequestMessage;
import com.azure.ai.openai.models.ChatRequestUserMessage;
import com.azure.ai.openai.models.ChatResponseMessage;
import com.azure.ai.openai.models.EmbeddingsOptions;
import com.azure.core.http.HttpHeaderName;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An application on Azure's SDK: each value makes one call and says what came of it. */
public enum Azure {
    /** A chat. */
    CHAT {
        @Override
        String call() {
            return text(client().getChatCompletions("gpt-4.1", question()));
        }
    },
    /** The same, streamed. */
    STREAM {
        @Override
        String call() {
            return texts(client().getChatCompletionsStream("gpt-4.1-mini", question()).stream());
        }
    },
    /** A vector. */
    EMBEDDING {
        @Override
        String call() {
            return client().getEmbeddings(
                            "text-embedding-3-small", new EmbeddingsOptions(List.of("a lamp that flickers")))
                    .getData()
                    .get(0)
                    .getEmbedding()
                    .toString();
        }
    },
    /** A chat that nobody waits for at first. */
    ASYNC_CHAT {
        @Override
        String call() {
            return text(Objects.requireNonNull(
                    asyncClient().getChatCompletions("gpt-4.1-nano", question()).block()));
        }
    },
    /** The same, streamed. */
    ASYNC_STREAM {
        @Override
        String call() {
            return texts(asyncClient()
                    .getChatCompletionsStream("gpt-4o-mini", question())
                    .toStream());
        }
    };

    /** Makes the call; all that the application sees of the answer. */
    abstract String call();

    private static final OpenAIClient CLIENT = builder().buildClient();
    private static final OpenAIAsyncClient ASYNC_CLIENT = builder().buildAsyncClient();

    /**
     * Makes calls, one after the other.
     *
     * @param args names of values
     */
    public static void main(String[] args) {
        Stream.of(args).map(Azure::valueOf).forEach(each -> System.out.println(each + ": " + each.outcome()));
        System.exit(0);
    }

    private String outcome() {
        try {
            return call();
        } catch (RuntimeException thrown) {
            return "threw " + thrown;
        }
    }

    private static OpenAIClient client() {
        return CLIENT;
    }

    private static OpenAIAsyncClient asyncClient() {
        return ASYNC_CLIENT;
    }

    /** The SDK's own policy would not put a key on a request without TLS. */
    private static OpenAIClientBuilder builder() {
        return new OpenAIClientBuilder()
                .endpoint(System.getenv("AZURE_OPENAI_ENDPOINT"))
                .addPolicy((call, next) -> {
                    call.getHttpRequest().setHeader(HttpHeaderName.fromString("api-key"), "azure-secret");
                    return next.process();
                });
    }

    private static ChatCompletionsOptions question() {
        List<ChatRequestMessage> messages = List.of(new ChatRequestUserMessage("How long may I return a lamp?"));
        return new ChatCompletionsOptions(messages);
    }

    private static String text(ChatCompletions answer) {
        return answer.getChoices().get(0).getMessage().getContent();
    }

    private static String texts(Stream<ChatCompletions> parts) {
        return parts.flatMap(part -> part.getChoices().stream())
                .map(ChatChoice::getDelta)
                .map(ChatResponseMessage::getContent)
                .filter(text -> text != null)
                .collect(Collectors.joining("|"));
    }
}
