// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

/** Whose API a request speaks. */
public enum Provider {
    /** OpenAI and every host that speaks its API. */
    OPENAI("openai"),
    /** OpenRouter, which sells other makers' models at their prices and speaks OpenAI's API. */
    OPENROUTER("openrouter"),
    /** Anthropic. */
    ANTHROPIC("anthropic"),
    /** Google: the Gemini API, and Vertex AI in its words. */
    GOOGLE("google"),
    /** Mistral. */
    MISTRAL("mistral"),
    /** Cohere. */
    COHERE("cohere"),
    /** Ollama, on one's own machine, where nothing is charged. */
    OLLAMA("ollama"),
    /** Amazon Bedrock, for models that it alone serves. */
    BEDROCK("bedrock");

    private final String id;

    Provider(String id) {
        this.id = id;
    }

    /** The name used in {@code models.json} and in bills. */
    public String id() {
        return id;
    }

    @Override
    public String toString() {
        return id;
    }
}
