// SPDX-License-Identifier: Apache-2.0
package com.acme.hosted;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.AsyncStreamResponse;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks models in the ways in which applications do, each in a method of its own. */
public final class Desk implements AutoCloseable {
    private static final String QUESTION = "How long may I return a lamp?";

    private final OpenAIClient openai;
    private final AnthropicClient anthropic;

    Desk(OpenAIClient openai, AnthropicClient anthropic) {
        this.openai = openai;
        this.anthropic = anthropic;
    }

    /** With clients of the environment's keys and addresses. */
    public static Desk open() {
        return new Desk(
                OpenAIOkHttpClient.fromEnv(),
                AnthropicOkHttpClient.builder()
                        .fromEnv()
                        .baseUrl(System.getenv("ANTHROPIC_BASE_URL"))
                        .build());
    }

    /** Asks in all ways and says what came of each. */
    public List<String> everything() {
        return List.of(
                "chat: " + chat(),
                "stream: " + stream(),
                "chatLater: " + chatLater(),
                "streamLater: " + streamLater(),
                "message: " + message(),
                "messageLater: " + messageLater(),
                "messageStream: " + messageStream());
    }

    /** Waits for the answer. */
    public String chat() {
        return text(openai.chat().completions().create(question()));
    }

    /** Has the answer sent to another thread. */
    public String chatLater() {
        return text(openai.async().chat().completions().create(question()).join());
    }

    /** Reads the answer as it comes. */
    public String stream() {
        try (StreamResponse<ChatCompletionChunk> stream = openAStream()) {
            return stream.stream().count() + " events";
        }
    }

    /** A stream that is not read yet; whoever asks for it closes it. */
    @SuppressWarnings("MustBeClosedChecker") // an application's own code, which knows no such annotation
    StreamResponse<ChatCompletionChunk> openAStream() {
        return openai.chat().completions().createStreaming(question());
    }

    /** Has events sent to another thread as they come. */
    public String streamLater() {
        AtomicInteger events = new AtomicInteger();
        AsyncStreamResponse<ChatCompletionChunk> stream =
                openai.async().chat().completions().createStreaming(question());
        stream.subscribe(event -> events.incrementAndGet());
        stream.onCompleteFuture().join();
        return events + " events";
    }

    /** Waits for the other provider's answer. */
    public String message() {
        return text(anthropic.messages().create(letter()));
    }

    /** Has the other provider's answer sent to another thread. */
    public String messageLater() {
        return text(anthropic.async().messages().create(letter()).join());
    }

    /** Reads the other provider's answer as it comes. */
    public String messageStream() {
        try (var stream = anthropic.messages().createStreaming(letter())) {
            return stream.stream().count() + " events";
        }
    }

    private static String text(ChatCompletion answer) {
        return answer.choices().get(0).message().content().orElse("");
    }

    private static String text(Message answer) {
        return answer.content().get(0).asText().text();
    }

    static ChatCompletionCreateParams question() {
        return ChatCompletionCreateParams.builder()
                .model("gpt-4.1")
                .addUserMessage(QUESTION)
                .build();
    }

    private static MessageCreateParams letter() {
        return MessageCreateParams.builder()
                .model("claude-sonnet-4-5")
                .maxTokens(256)
                .addUserMessage(QUESTION)
                .build();
    }

    @Override
    public void close() {
        openai.close();
        anthropic.close();
    }
}
