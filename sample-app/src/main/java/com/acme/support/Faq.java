// SPDX-License-Identifier: Apache-2.0
package com.acme.support;

import com.openai.client.OpenAIClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

/** Answers questions from the handbook; customers ask the same ones all day. */
final class Faq {
    private static final String MODEL = "gpt-4.1";

    private final OpenAIClient client;
    private final Handbook handbook;

    Faq(OpenAIClient client, Handbook handbook) {
        this.client = client;
        this.handbook = handbook;
    }

    /** The answer to a question. */
    String answer(String question) {
        ChatCompletionCreateParams request = ChatCompletionCreateParams.builder()
                .model(MODEL)
                .temperature(0.0)
                .addSystemMessage(
                        "You answer customers' questions in two sentences, from this handbook.\n\n" + handbook.text())
                .addUserMessage(question)
                .build();
        return client.chat()
                .completions()
                .create(request)
                .choices()
                .get(0)
                .message()
                .content()
                .orElse("");
    }
}
