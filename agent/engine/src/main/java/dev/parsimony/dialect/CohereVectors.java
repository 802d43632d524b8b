// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.EventData;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node;

/** Reads answers of Cohere's embeddings, of both versions. They do not name the model. */
final class CohereVectors implements AnswerReader {
    private final Draft draft = new Draft();

    @Override
    public void whole(Json answer) {
        Node root = answer.root();
        draft.head(root);
        draft.error(root);
        draft.usage(CohereUsage.of(root.get("meta")));
        if (!root.get("embeddings").children().isEmpty()) {
            draft.end(Ending.NATURAL);
        }
    }

    /** The answer, what it is told of it, and the counts in that; vectors are as deep, by type, and emptied there. */
    @Override
    public int depth() {
        return 3;
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
