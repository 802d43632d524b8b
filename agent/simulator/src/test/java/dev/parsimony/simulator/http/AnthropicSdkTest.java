// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.NotFoundException;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.TextBlockParam;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The official Anthropic SDK accepts every kind of answer. */
class AnthropicSdkTest {

    private static final String LONG_TEXT = "You are the support desk of a shop for lamps. ".repeat(400);

    private final Simulator simulator = Simulator.start();
    private final AnthropicClient client = AnthropicOkHttpClient.builder()
            .baseUrl(simulator.baseUrl())
            .apiKey("sk-ant-test")
            .maxRetries(0)
            .build();

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    private static MessageCreateParams.Builder params() {
        return MessageCreateParams.builder()
                .model("claude-sonnet-4-5")
                .maxTokens(512)
                .system("You help.")
                .addUserMessage("Where is my order?");
    }

    private static String text(Message message) {
        return message.content().get(0).asText().text();
    }

    @Test
    void readsAPlainAnswer() {
        Message message = client.messages().create(params().build());

        assertThat(text(message.validate())).isNotBlank();
        assertThat(message.stopReason().orElseThrow().asString()).isEqualTo("end_turn");
    }

    @Test
    void readsAnAsynchronousAnswer() {
        assertThat(text(client.async().messages().create(params().build()).join()))
                .isNotBlank();
    }

    @Test
    void readsTheSameTextFromAStream() {
        MessageAccumulator accumulator = MessageAccumulator.create();
        try (StreamResponse<RawMessageStreamEvent> stream = client.messages().createStreaming(params().build())) {
            stream.stream().forEach(event -> accumulator.accumulate(event.validate()));
        }
        Message plain = client.messages().create(params().build());

        assertThat(text(accumulator.message())).isEqualTo(text(plain));
        assertThat(accumulator.message().usage().outputTokens())
                .isEqualTo(plain.usage().outputTokens());
    }

    @Test
    void countsTokensAsItBillsThem() {
        MessageCountTokensParams count = MessageCountTokensParams.builder()
                .model("claude-sonnet-4-5")
                .system("You help.")
                .addUserMessage("Where is my order?")
                .build();

        long counted = client.messages().countTokens(count).inputTokens();

        assertThat(client.messages().create(params().build()).usage().inputTokens())
                .isEqualTo(counted);
    }

    @Test
    void writesAMarkedPrefixOnceAndReadsItAfterwards() {
        MessageCreateParams marked = params().systemOfTextBlockParams(List.of(TextBlockParam.builder()
                        .text(LONG_TEXT)
                        .cacheControl(CacheControlEphemeral.builder().build())
                        .build()))
                .build();

        Message first = client.messages().create(marked);
        Message second = client.messages().create(marked);

        long written = first.usage().cacheCreationInputTokens().orElseThrow();
        assertThat(written).isGreaterThan(1024);
        assertThat(second.usage().cacheReadInputTokens().orElseThrow()).isEqualTo(written);
        assertThat(second.usage().cacheCreationInputTokens().orElseThrow()).isZero();
    }

    @Test
    void throwsTheSdksOwnExceptionForAnUnknownModel() {
        assertThatThrownBy(() ->
                        client.messages().create(params().model("claude-none").build()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("model: claude-none");
    }
}
