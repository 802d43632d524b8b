// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import org.jspecify.annotations.Nullable;

/** One client of each SDK, made when it is first asked for: an application may have only one of the SDKs. */
public final class Clients implements AutoCloseable {
    private @Nullable OpenAIClient openai;
    private @Nullable AnthropicClient anthropic;

    private Clients(@Nullable OpenAIClient openai) {
        this.openai = openai;
    }

    /** Clients of the environment's keys and addresses. */
    static Clients fromEnvironment() {
        return new Clients(null);
    }

    /** The same, but for OpenAI's. */
    static Clients with(OpenAIClient openai) {
        return new Clients(openai);
    }

    /** What a client of OpenAI's is built of. */
    static OpenAIOkHttpClient.Builder openaiBuilder() {
        return OpenAIOkHttpClient.builder().fromEnv();
    }

    /** What a client of Anthropic's is built of; older versions do not read the address from the environment. */
    static AnthropicOkHttpClient.Builder anthropicBuilder() {
        return AnthropicOkHttpClient.builder().fromEnv().baseUrl(System.getenv("ANTHROPIC_BASE_URL"));
    }

    /** OpenAI's. */
    public synchronized OpenAIClient openai() {
        if (openai == null) {
            openai = openaiBuilder().build();
        }
        return openai;
    }

    /** Anthropic's. */
    public synchronized AnthropicClient anthropic() {
        if (anthropic == null) {
            anthropic = anthropicBuilder().build();
        }
        return anthropic;
    }

    @Override
    public synchronized void close() {
        if (openai != null) {
            openai.close();
        }
        if (anthropic != null) {
            anthropic.close();
        }
    }
}
