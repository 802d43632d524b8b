// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import dev.parsimony.exchange.Parameters;
import java.util.List;

/**
 * A request for embeddings, as OpenAI's API takes it and, under other names, Ollama's, Cohere's, Mistral's and
 * Bedrock's.
 *
 * @param request the request
 * @param inPath the model that its path names, an Azure deployment or a model of Bedrock's; empty if it names none
 * @param inputs the field in which the texts stand
 */
record EmbeddingsLens(Node request, String inPath, String inputs) implements VectorsLens {
    /** A request of OpenAI's. */
    EmbeddingsLens(Node request, String inPath) {
        this(request, inPath, "input");
    }

    private Node input() {
        return request.get(inputs);
    }

    private Node either(String one, String other) {
        Node value = request.get(one);
        return value.exists() ? value : request.get(other);
    }

    @Override
    public String model() {
        String model = request.get("model").text();
        return model.isEmpty() ? inPath : model;
    }

    @Override
    public Parameters parameters() {
        return VectorsLens.parameters(
                either("dimensions", "output_dimension").asLong(),
                Settings.texts(either("encoding_format", "embedding_types")));
    }

    /** The inputs: one for a text or a list of tokens, else as many as the list has. */
    @Override
    public int messages() {
        List<Node> items = input().items();
        return items.isEmpty() || items.get(0).is(Kind.NUMBER) ? 1 : items.size();
    }

    @Override
    public boolean hasImages() {
        return !request.get("images").items().isEmpty();
    }

    @Override
    public List<String> texts() {
        return Settings.texts(input());
    }

    @Override
    public long promptBytes() {
        return Math.max(0, input().length() - 2);
    }
}
