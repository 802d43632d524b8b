// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.AsyncStreamResponse;
import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** The OpenAI SDK at work. */
public final class OpenAiSubject implements Subject {
    private final OpenAIClient client;

    /** A client of the provider at that URL. */
    public OpenAiSubject(String baseUrl) {
        client = OpenAIOkHttpClient.builder()
                .baseUrl(baseUrl + "/v1")
                .apiKey("sk-test")
                .maxRetries(1)
                .build();
    }

    @Override
    public String ask(String question) {
        return text(client.chat().completions().create(params(question)));
    }

    @Override
    public CompletableFuture<String> askAsync(String question) {
        return client.async().chat().completions().create(params(question)).thenApply(OpenAiSubject::text);
    }

    @Override
    public String stream(String question) {
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(params(question))) {
            return stream.stream().map(OpenAiSubject::text).collect(Collectors.joining());
        }
    }

    @Override
    public void streamAndStop(String question) {
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(params(question))) {
            stream.stream().limit(1).forEach(first -> {});
        }
    }

    @Override
    public CompletableFuture<String> streamAsync(String question) {
        Queue<String> text = new ConcurrentLinkedQueue<>();
        AsyncStreamResponse<ChatCompletionChunk> stream =
                client.async().chat().completions().createStreaming(params(question));
        return stream.subscribe(chunk -> text.add(text(chunk)))
                .onCompleteFuture()
                .thenApply(done -> String.join("", text));
    }

    @Override
    public String rawHeader(String question, String header) {
        try (HttpResponseFor<ChatCompletion> raw =
                client.chat().completions().withRawResponse().create(params(question))) {
            raw.parse();
            return String.join(",", raw.headers().values(header));
        }
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker")
    public void letGo(String question) {
        client.chat().completions().withRawResponse().create(params(question));
    }

    @Override
    public void sendOther() {
        client.models().list();
    }

    @Override
    public void close() {
        client.close();
    }

    private static ChatCompletionCreateParams params(String question) {
        return ChatCompletionCreateParams.builder()
                .model("gpt-4o-mini")
                .addUserMessage(question)
                .build();
    }

    private static String text(ChatCompletion answer) {
        return answer.choices().get(0).message().content().orElse("");
    }

    private static String text(ChatCompletionChunk chunk) {
        return chunk.choices().isEmpty()
                ? ""
                : chunk.choices().get(0).delta().content().orElse("");
    }
}
