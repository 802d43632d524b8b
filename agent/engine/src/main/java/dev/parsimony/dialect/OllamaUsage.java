// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Usage;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Ollama's token counts, which leave out what is 0. */
final class OllamaUsage {
    private OllamaUsage() {}

    /** Reads the counts; null where the prompt's is missing: older versions leave it out where they still held the prompt. */
    static @Nullable Usage of(Node answer) {
        OptionalLong prompt = answer.get("prompt_eval_count").asLong();
        long output = Math.max(0, answer.get("eval_count").asLong().orElse(0));
        return prompt.isEmpty() ? null : Usage.text(Math.max(0, prompt.getAsLong()), 0, 0, 0, output, 0);
    }
}
