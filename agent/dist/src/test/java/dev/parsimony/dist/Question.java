// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dist;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

/** An application that asks one question and prints the answer. */
final class Question {
    private Question() {}

    public static void main(String[] arguments) {
        OpenAIClient client = OpenAIOkHttpClient.builder()
                .baseUrl(arguments[0] + "/v1")
                .apiKey("sk-test")
                .build();
        ChatCompletionCreateParams question = ChatCompletionCreateParams.builder()
                .model("gpt-4o-mini")
                .addUserMessage("Where is my order?")
                .build();
        System.out.println(client.chat()
                .completions()
                .create(question)
                .choices()
                .get(0)
                .message()
                .content()
                .orElseThrow());
        client.close();
    }
}
