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
        return new Clients(openaiBuilder().build(), anthropicBuilder().build());
    }

    /** What a client of OpenAI's is built of. */
    static OpenAIOkHttpClient.Builder openaiBuilder() {
        return OpenAIOkHttpClient.builder().fromEnv();
    }

    /** What a client of Anthropic's is built of; older versions do not read the address from the environment. */
    static AnthropicOkHttpClient.Builder anthropicBuilder() {
        return AnthropicOkHttpClient.builder().fromEnv().baseUrl(System.getenv("ANTHROPIC_BASE_URL"));
    }

    @Override
    public void close() {
        openai.close();
        anthropic.close();
    }
}
