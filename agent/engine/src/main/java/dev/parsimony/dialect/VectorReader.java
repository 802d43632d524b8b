// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.EventData;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Usage;
import java.util.List;

/** Reads vectors of the models that Bedrock invokes: Amazon's Titan counts tokens in the body, Cohere's before it. */
final class VectorReader implements AnswerReader {
    private static final List<String> VECTORS = List.of("embedding", "embeddings", "embeddingsByType");

    private final Draft draft = new Draft();

    @Override
    public void head(Headers headers) {
        draft.usage(BedrockUsage.of(headers));
    }

    @Override
    public void whole(Json answer) {
        Node root = answer.root();
        draft.head(root);
        root.get("inputTextTokenCount")
                .asLong()
                .ifPresent(tokens -> draft.usage(Usage.text(Math.max(0, tokens), 0, 0, 0, 0, 0)));
        if (VECTORS.stream().anyMatch(name -> root.get(name).isPresent())) {
            draft.end(Ending.NATURAL);
        }
    }

    /** The answer and its members, but no vector. */
    @Override
    public int depth() {
        return 1;
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
