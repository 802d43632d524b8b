// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.anthropic;

import dev.parsimony.instrumentation.stainless.StainlessSdk;

/** The official Anthropic SDK for Java, {@code com.anthropic:anthropic-java}. */
public final class AnthropicJava implements StainlessSdk {
    @Override
    public String name() {
        return "anthropic-java";
    }

    @Override
    public String prefix() {
        return "com.anthropic";
    }
}
