// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStreamEvent;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The official OpenAI SDK accepts every kind of answer. */
class OpenAiSdkTest {

    private final Simulator simulator = Simulator.start();
    private final OpenAIClient client = OpenAIOkHttpClient.builder()
            .baseUrl(simulator.baseUrl() + "/v1")
            .apiKey("sk-test")
            .maxRetries(0)
            .build();

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    private static ChatCompletionCreateParams.Builder chat() {
        return ChatCompletionCreateParams.builder()
                .model("gpt-4o-mini")
                .addSystemMessage("You help.")
                .addUserMessage("Where is my order?");
    }

    private static String text(ChatCompletion completion) {
        return completion.choices().get(0).message().content().orElseThrow();
    }

    @Test
    void readsAPlainChatAnswer() {
        ChatCompletion completion = client.chat().completions().create(chat().build());

        assertThat(text(completion)).isNotBlank();
        assertThat(completion.validate().usage().orElseThrow().promptTokens()).isPositive();
    }

    @Test
    void readsAnAsynchronousChatAnswer() {
        ChatCompletion completion =
                client.async().chat().completions().create(chat().build()).join();

        assertThat(text(completion)).isNotBlank();
    }

    @Test
    void readsTheSameTextFromAStream() {
        ChatCompletionAccumulator accumulator = ChatCompletionAccumulator.create();
        ChatCompletionCreateParams params = chat().streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build())
                .build();
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(params)) {
            stream.stream().forEach(chunk -> accumulator.accumulate(chunk.validate()));
        }
        ChatCompletion plain = client.chat().completions().create(chat().build());

        assertThat(text(accumulator.chatCompletion())).isEqualTo(text(plain));
        assertThat(accumulator.chatCompletion().usage()).isEqualTo(plain.usage());
    }

    @Test
    void readsAnAnswerOfResponses() {
        Response response = client.responses().create(responses().build());

        assertThat(response.validate().status().orElseThrow().asString()).isEqualTo("completed");
        assertThat(outputText(response)).isNotBlank();
    }

    private static ResponseCreateParams.Builder responses() {
        return ResponseCreateParams.builder()
                .model("gpt-4.1")
                .instructions("You help.")
                .input("Where is it?");
    }

    private static String outputText(Response response) {
        return response.output()
                .get(0)
                .asMessage()
                .content()
                .get(0)
                .asOutputText()
                .text();
    }

    @Test
    void readsTheEventsOfResponses() {
        List<ResponseStreamEvent> events;
        try (StreamResponse<ResponseStreamEvent> stream =
                client.responses().createStreaming(responses().build())) {
            events = stream.stream().map(ResponseStreamEvent::validate).toList();
        }

        Response completed = events.get(events.size() - 1).asCompleted().response();
        String deltas = events.stream()
                .flatMap(event -> event.outputTextDelta().stream())
                .map(delta -> delta.delta())
                .reduce("", String::concat);
        assertThat(events.get(0).isCreated()).isTrue();
        assertThat(deltas).isEqualTo(outputText(completed)).isNotBlank();
    }

    @Test
    void readsEmbeddings() {
        EmbeddingCreateParams params = EmbeddingCreateParams.builder()
                .model("text-embedding-3-small")
                .inputOfArrayOfStrings(List.of("one", "two"))
                .build();

        var answer = client.embeddings().create(params).validate();

        assertThat(answer.data()).hasSize(2);
        assertThat(answer.data().get(0).embedding()).hasSize(1536);
    }

    @Test
    void reachesAzureDeployments() {
        try (Simulator azure = Simulator.start()) {
            OpenAIClient onAzure = OpenAIOkHttpClient.builder()
                    .baseUrl(azure.baseUrl() + "/openai/deployments/gpt-4o")
                    .apiKey("sk-test")
                    .build();

            ChatCompletion completion = onAzure.chat().completions().create(chat().build());

            assertThat(completion.model()).isEqualTo("gpt-4o");
            onAzure.close();
        }
    }
}
