// SPDX-License-Identifier: Apache-2.0
package com.acme.calls;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

/** An application that makes one call. */
public final class FirstCall {
    private FirstCall() {}

    /**
     * Makes it. Key and base URL come from the environment.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        OpenAIClient client = OpenAIOkHttpClient.fromEnv();
        client.chat()
                .completions()
                .create(ChatCompletionCreateParams.builder()
                        .model("gpt-4.1")
                        .addUserMessage("When do you open?")
                        .build());
        System.out.println("answered");
        client.close();
    }
}
