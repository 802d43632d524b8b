// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

/** Whose API a request speaks. */
public enum Provider {
    /** OpenAI and every host that speaks its API. */
    OPENAI("openai"),
    /** Anthropic. */
    ANTHROPIC("anthropic"),
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
