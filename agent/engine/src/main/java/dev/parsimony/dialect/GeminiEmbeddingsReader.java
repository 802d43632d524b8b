// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.EventData;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Usage;
import java.util.List;
import java.util.OptionalLong;

/** Reads vectors of Gemini's, and of Vertex AI's predictions; of the first the API tells no tokens for some models. */
final class GeminiEmbeddingsReader implements AnswerReader {
    private final int depth;
    private final Draft draft = new Draft();

    private GeminiEmbeddingsReader(int depth) {
        this.depth = depth;
    }

    /** Of {@code embedContent} and {@code batchEmbedContents}: the answer and its members. */
    static GeminiEmbeddingsReader ofContents() {
        return new GeminiEmbeddingsReader(2);
    }

    /** Of {@code predict}: the answer, its list, each prediction, its embeddings, their statistics. */
    static GeminiEmbeddingsReader ofPredictions() {
        return new GeminiEmbeddingsReader(5);
    }

    @Override
    public void whole(Json answer) {
        Node root = answer.root();
        List<Node> predictions = root.get("predictions").items();
        draft.usage(new GeminiUsage(Proto.field(root, "usageMetadata")).read());
        predictions.stream()
                .map(each -> Proto.field(each, "embeddings", "statistics", "tokenCount")
                        .asLong())
                .flatMapToLong(OptionalLong::stream)
                .reduce(Long::sum)
                .ifPresent(tokens -> draft.usage(Usage.text(Math.max(0, tokens), 0, 0, 0, 0, 0)));
        draft.error(root);
        if (root.get("embedding").isPresent() || !root.get("embeddings").items().isEmpty() || !predictions.isEmpty()) {
            draft.end(Ending.NATURAL);
        }
    }

    @Override
    public int depth() {
        return depth;
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
