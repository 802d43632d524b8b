// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.AsyncStreamResponse;
import com.anthropic.core.http.HttpResponseFor;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.NotFoundException;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** The Anthropic SDK at work. */
public final class AnthropicSubject implements Subject {
    private final AnthropicClient client;

    /** A client of the provider at that URL. */
    public AnthropicSubject(String baseUrl) {
        client = AnthropicOkHttpClient.builder()
                .baseUrl(baseUrl)
                .apiKey("sk-ant-test")
                .maxRetries(1)
                .build();
    }

    @Override
    public String ask(String question) {
        return text(client.messages().create(params(question)));
    }

    @Override
    public CompletableFuture<String> askAsync(String question) {
        return client.async().messages().create(params(question)).thenApply(AnthropicSubject::text);
    }

    @Override
    public String stream(String question) {
        try (StreamResponse<RawMessageStreamEvent> stream = client.messages().createStreaming(params(question))) {
            return stream.stream().map(AnthropicSubject::text).collect(Collectors.joining());
        }
    }

    @Override
    public void streamAndStop(String question) {
        try (StreamResponse<RawMessageStreamEvent> stream = client.messages().createStreaming(params(question))) {
            stream.stream().limit(1).forEach(first -> {});
        }
    }

    @Override
    public CompletableFuture<String> streamAsync(String question) {
        Queue<String> text = new ConcurrentLinkedQueue<>();
        AsyncStreamResponse<RawMessageStreamEvent> stream =
                client.async().messages().createStreaming(params(question));
        return stream.subscribe(event -> text.add(text(event)))
                .onCompleteFuture()
                .thenApply(done -> String.join("", text));
    }

    @Override
    public String rawHeader(String question, String header) {
        try (HttpResponseFor<Message> raw = client.messages().withRawResponse().create(params(question))) {
            raw.parse();
            return String.join(",", raw.headers().values(header));
        }
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker")
    public void letGo(String question) {
        client.messages().withRawResponse().create(params(question));
    }

    @Override
    public void sendOther() {
        try {
            client.models().list();
        } catch (NotFoundException unknownToTheSimulator) {
            // It was sent, which is what matters.
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private static MessageCreateParams params(String question) {
        return MessageCreateParams.builder()
                .model("claude-haiku-4-5")
                .maxTokens(100)
                .addUserMessage(question)
                .build();
    }

    private static String text(Message answer) {
        return answer.content().get(0).asText().text();
    }

    /** By reflection: what a delta is called changed between versions. */
    private static String text(RawMessageStreamEvent event) {
        return event.contentBlockDelta()
                .map(block -> call(block, "delta"))
                .flatMap(delta -> (Optional<?>) call(delta, "text"))
                .map(text -> (String) call(text, "text"))
                .orElse("");
    }

    private static Object call(Object on, String method) {
        try {
            return on.getClass().getMethod(method).invoke(on);
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError(method, failure);
        }
    }
}
