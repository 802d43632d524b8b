// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.openai;

import dev.parsimony.instrumentation.stainless.StainlessSdk;

/** The official OpenAI SDK for Java, {@code com.openai:openai-java}. */
public final class OpenAiJava implements StainlessSdk {
    @Override
    public String name() {
        return "openai-java";
    }

    @Override
    public String prefix() {
        return "com.openai";
    }
}
