// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

/** What a call asks a model to do, by the OpenTelemetry GenAI conventions' names. */
public enum Operation {
    /** A conversation: OpenAI Chat Completions and Responses, Anthropic Messages, Ollama's and Cohere's chats. */
    CHAT("chat"),
    /** A text that goes on from another: Ollama's generate, Mistral's fill in the middle. */
    TEXT_COMPLETION("text_completion"),
    /** Vectors for texts. */
    EMBEDDINGS("embeddings");

    private final String word;

    Operation(String word) {
        this.word = word;
    }

    /** The conventions' word, also the one rules use. */
    @Override
    public String toString() {
        return word;
    }
}
