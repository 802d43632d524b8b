// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.EventData;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Reading;

/** Reads answers of OpenAI's embeddings API. */
final class EmbeddingsReader implements AnswerReader {
    private final Reading reading;
    private final Draft draft = new Draft();

    /**
     * A reader.
     *
     * @param reading how the host counts
     */
    EmbeddingsReader(Reading reading) {
        this.reading = reading;
    }

    @Override
    public void whole(Json answer) {
        Node root = answer.root();
        draft.head(root);
        draft.used(new OpenAiUsage(root.get("usage"), reading));
        draft.error(root);
        if (!root.get("data").items().isEmpty()) {
            draft.end(Ending.NATURAL);
        }
    }

    /** The answer and its members: each vector is an object of its own below them, as numbers or as a text. */
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
