// SPDX-License-Identifier: Apache-2.0
package com.acme.support;

import com.anthropic.client.AnthropicClient;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.TextBlock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sorts tickets: an easy job, and, as it so often goes, on the most expensive model of the house. */
final class Triage {
    private static final String MODEL = "claude-opus-4-5";
    private static final long ROOM = 1024;

    private final AnthropicClient client;

    Triage(AnthropicClient client) {
        this.client = client;
    }

    /** The queue a ticket belongs to, in one word. */
    String classify(String ticket) {
        MessageCreateParams request = MessageCreateParams.builder()
                .model(MODEL)
                .maxTokens(ROOM)
                .system("Answer with one word: billing, delivery, returns, technical or other.")
                .addUserMessage(ticket)
                .build();
        return client.messages().create(request).content().stream()
                .flatMap(Triage::text)
                .collect(Collectors.joining());
    }

    private static Stream<String> text(ContentBlock block) {
        return block.text().map(TextBlock::text).stream();
    }
}
