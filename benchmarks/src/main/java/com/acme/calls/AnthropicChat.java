// SPDX-License-Identifier: Apache-2.0
package com.acme.calls;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.AnthropicClientImpl;
import com.anthropic.core.ClientOptions;
import com.anthropic.models.messages.MessageCreateParams;

/** Messages through anthropic-java. */
public final class AnthropicChat implements Chat {
    private final AnthropicTransport transport = new AnthropicTransport();
    private final AnthropicClient client = new AnthropicClientImpl(ClientOptions.builder()
            .httpClient(transport)
            .putHeader("x-api-key", "sk-ant-benchmark")
            .build());
    private final MessageCreateParams before;

    /**
     * A chat in which much was said already.
     *
     * @param characters how much
     */
    public AnthropicChat(int characters) {
        Dialogue dialogue = Dialogue.of(characters);
        MessageCreateParams.Builder params = MessageCreateParams.builder()
                .model("claude-sonnet-4-5")
                .maxTokens(1024)
                .system(dialogue.instructions());
        for (int turn = 0; turn < dialogue.said().size(); turn += 2) {
            params.addUserMessage(dialogue.said().get(turn))
                    .addAssistantMessage(dialogue.said().get(turn + 1));
        }
        this.before = params.build();
    }

    @Override
    public Object ask(String question) {
        return client.messages()
                .create(before.toBuilder().addUserMessage(question).build());
    }

    @Override
    public long sent() {
        return transport.sent();
    }

    @Override
    public long lastBody() {
        return transport.lastBody();
    }
}
