// SPDX-License-Identifier: Apache-2.0
package com.acme.support;

import com.openai.client.OpenAIClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.util.stream.Collectors;

/** Writes letters, shown to the clerk while they are written. */
final class Letters {
    private static final String MODEL = "gpt-4.1";

    private final OpenAIClient client;
    private final Handbook handbook;

    Letters(OpenAIClient client, Handbook handbook) {
        this.client = client;
        this.handbook = handbook;
    }

    /** A letter for an occasion. */
    String write(String occasion) {
        ChatCompletionCreateParams request = ChatCompletionCreateParams.builder()
                .model(MODEL)
                .addSystemMessage("You write short, friendly letters for our shop.\n\n" + handbook.text())
                .addUserMessage("Write a letter: " + occasion)
                .build();
        try (StreamResponse<ChatCompletionChunk> chunks =
                client.chat().completions().createStreaming(request)) {
            return chunks.stream()
                    .flatMap(chunk ->
                            chunk.choices().get(0).delta().content().stream()) // a chunk has a choice, has it not?
                    .collect(Collectors.joining());
        }
    }
}
