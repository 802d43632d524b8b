// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.Set;

/**
 * The names of providers that settings may use, so that a slip is told where it is made: by the OpenTelemetry GenAI
 * conventions where they have one. Tests hold them to the tables of hosts and of tariffs, which a reader of settings need
 * not load for them.
 */
public final class Providers {
    private static final Set<String> ANSWERING = Set.of(
            "anthropic",
            "aws.bedrock",
            "azure.ai.inference",
            "azure.ai.openai",
            "cohere",
            "deepseek",
            "gcp.gemini",
            "gcp.vertex_ai",
            "groq",
            "ibm.watsonx.ai",
            "mistral_ai",
            "moonshot_ai",
            "ollama",
            "openai",
            "openrouter",
            "perplexity",
            "x_ai");

    private static final Set<String> BILLING = Set.of(
            "anthropic",
            "aws-bedrock",
            "aws.bedrock",
            "aws_bedrock",
            "az.ai.openai",
            "azure",
            "azure-openai",
            "azure.ai.inference",
            "azure.ai.openai",
            "bedrock",
            "cohere",
            "deepseek",
            "gcp.gemini",
            "gcp.gen_ai",
            "gcp.vertex_ai",
            "gemini",
            "google",
            "groq",
            "minimax",
            "mistral",
            "mistral_ai",
            "moonshot",
            "moonshot_ai",
            "ollama",
            "openai",
            "vertex_ai",
            "voyage",
            "x_ai",
            "xai",
            "zai");

    private Providers() {}

    /** Who may be found to answer a call. */
    public static Set<String> answering() {
        return ANSWERING;
    }

    /** Whose prices are known, under each of their names. */
    public static Set<String> billing() {
        return BILLING;
    }
}
