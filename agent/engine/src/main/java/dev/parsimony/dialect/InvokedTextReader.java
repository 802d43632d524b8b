// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.EventData;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import dev.parsimony.exchange.Usage;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a Llama or a model of Mistral's says to Bedrock: why it stopped, and, of a Llama and of Mistral's newer models,
 * the tokens. Those of the others stand at the end of a stream alone. Source: Amazon's guides to both, November 2026.
 */
final class InvokedTextReader implements AnswerReader {
    private final Draft draft = new Draft();
    private long prompt = -1;

    @Override
    public void whole(Json answer) {
        read(answer.root());
    }

    @Override
    public boolean event(String name, EventData data) {
        data.json().ifPresent(json -> read(json.root()));
        return true;
    }

    private void read(Node root) {
        draft.head(root);
        draft.usage(OpenAiUsage.of(root.get("usage")));
        root.get("prompt_token_count").asLong().ifPresent(tokens -> prompt = Math.max(prompt, tokens));
        if (stop(root)) {
            draft.usage(counted(root)); // what was generated is counted up; before the end it is no answer's
        }
        root.get("outputs").items().forEach(this::stop);
        root.get("choices").items().forEach(this::stop);
    }

    private boolean stop(Node holder) {
        Node reason = holder.get("stop_reason");
        if (!reason.is(Kind.STRING)) {
            return false;
        }
        draft.finish(reason.text(), ending(reason.text()));
        return true;
    }

    private @Nullable Usage counted(Node root) {
        long generated = root.get("generation_token_count").asLong().orElse(-1);
        return prompt < 0 || generated < 0 ? null : Usage.text(prompt, 0, 0, 0, generated, 0);
    }

    private static Ending ending(String reason) {
        return switch (reason) {
            case "stop", "tool_calls" -> Ending.NATURAL;
            case "length", "model_length" -> Ending.TRUNCATED;
            default -> Ending.OPEN;
        };
    }

    @Override
    public Answer answer() {
        return draft.answer();
    }
}
