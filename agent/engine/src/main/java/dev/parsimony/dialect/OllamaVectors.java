// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.EventData;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node;

/** Reads answers of Ollama's embeddings, in both of their forms. */
final class OllamaVectors implements AnswerReader {
    private final Draft draft = new Draft();

    @Override
    public void whole(Json answer) {
        Node root = answer.root();
        draft.head(root);
        draft.error(root);
        draft.usage(OllamaUsage.of(root));
        if (!root.get("embeddings").items().isEmpty()
                || !root.get("embedding").items().isEmpty()) {
            draft.end(Ending.NATURAL);
        }
    }

    /** The answer and its list; each vector is a list of its own below them. */
    @Override
    public int depth() {
        return 2;
    }

    @Override
    public boolean event(String name, EventData data) {
        return true; // there are no streams of vectors
    }

    @Override
    public Answer answer() {
        return draft.answer();
    }
}
