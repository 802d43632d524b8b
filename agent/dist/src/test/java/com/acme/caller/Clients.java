// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;

/**
 * One client of each SDK.
 *
 * @param openai OpenAI's
 * @param anthropic Anthropic's
 */
public record Clients(OpenAIClient openai, AnthropicClient anthropic) implements AutoCloseable {
    /** Clients of the environment's keys and addresses. */
    static Clients fromEnvironment() {
        return new Clients(OpenAIOkHttpClient.fromEnv(), AnthropicOkHttpClient.fromEnv());
    }

    @Override
    public void close() {
        openai.close();
        anthropic.close();
    }
}
