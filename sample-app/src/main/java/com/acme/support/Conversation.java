// SPDX-License-Identifier: Apache-2.0
package com.acme.support;

import com.anthropic.client.AnthropicClient;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.MessageParam;
import com.anthropic.models.messages.TextBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Talks with one customer after another, with the whole handbook, and the time of day, in every request. */
final class Conversation {
    private static final String MODEL = "claude-sonnet-4-5";
    private static final long ROOM = 1024;

    private final AnthropicClient client;
    private final Handbook handbook;
    private final List<MessageParam> said = new ArrayList<>();

    Conversation(AnthropicClient client, Handbook handbook) {
        this.client = client;
        this.handbook = handbook;
    }

    /** The next customer is on the line. */
    void begin() {
        said.clear();
    }

    /** What is said to the customer's next message. */
    String reply(String message) {
        said.add(MessageParam.ofUser(message));
        Message answer = client.messages()
                .create(MessageCreateParams.builder()
                        .model(MODEL)
                        .maxTokens(ROOM)
                        .system(handbook.textWithClock())
                        .messages(said)
                        .build());
        String text = answer.content().stream()
                .flatMap(block -> block.text().map(TextBlock::text).stream())
                .collect(Collectors.joining());
        said.add(MessageParam.ofAssistant(text));
        return text;
    }
}
