// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import dev.parsimony.exchange.Parameters;
import java.util.List;

/**
 * A request for embeddings, as OpenAI's API takes it and, under other names, Ollama's, Cohere's and Mistral's.
 *
 * @param request the request
 * @param deployment the Azure deployment of its path; empty if it names none
 * @param inputs the field in which the texts stand
 */
record EmbeddingsLens(Node request, String deployment, String inputs) implements VectorsLens {
    /** A request of OpenAI's. */
    EmbeddingsLens(Node request, String deployment) {
        this(request, deployment, "input");
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
        return model.isEmpty() ? deployment : model;
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

    @Override
    public Change withModel(String model) {
        return request.get("model").is(model) ? Change.make(Edits.none()) : Change.refuse("other_vectors");
    }
}
