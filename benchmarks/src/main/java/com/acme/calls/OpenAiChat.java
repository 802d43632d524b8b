// SPDX-License-Identifier: Apache-2.0
package com.acme.calls;

import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

/** Chat completions through openai-java. */
public final class OpenAiChat implements Chat {
    private final OpenAiTransport transport = new OpenAiTransport();
    private final OpenAIClient client = new OpenAIClientImpl(
            ClientOptions.builder().httpClient(transport).apiKey("sk-benchmark").build());
    private final ChatCompletionCreateParams before;

    /**
     * A chat in which much was said already.
     *
     * @param characters how much
     */
    public OpenAiChat(int characters) {
        Dialogue dialogue = Dialogue.of(characters);
        ChatCompletionCreateParams.Builder params = ChatCompletionCreateParams.builder()
                .model("gpt-4.1")
                .temperature(0.0)
                .addSystemMessage(dialogue.instructions());
        for (int turn = 0; turn < dialogue.said().size(); turn += 2) {
            params.addUserMessage(dialogue.said().get(turn))
                    .addAssistantMessage(dialogue.said().get(turn + 1));
        }
        this.before = params.build();
    }

    @Override
    public Object ask(String question) {
        return client.chat()
                .completions()
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
