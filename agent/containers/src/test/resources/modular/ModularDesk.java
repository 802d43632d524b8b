// SPDX-License-Identifier: Apache-2.0
package com.acme.modular;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

/** An application that is a module; the SDK beside it is one by its jar's name. */
public final class ModularDesk {
    private ModularDesk() {}

    /** Asks, and says what modules it is made of. */
    public static void main(String[] args) {
        OpenAIClient openai = OpenAIOkHttpClient.fromEnv();
        System.out.println(ask(openai));
        System.out.println(ModularDesk.class.getModule() + ", " + OpenAIClient.class.getModule());
        System.exit(0);
    }

    private static String ask(OpenAIClient openai) {
        ChatCompletionCreateParams question = ChatCompletionCreateParams.builder()
                .model("gpt-4.1")
                .addUserMessage("How long may I return a lamp?")
                .build();
        try (var stream = openai.chat().completions().createStreaming(question)) {
            System.out.println(stream.stream().count() + " events");
        }
        return openai.chat().completions().create(question).choices().get(0).message().content().orElse("");
    }
}
