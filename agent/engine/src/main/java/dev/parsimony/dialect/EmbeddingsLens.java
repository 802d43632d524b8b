// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import dev.parsimony.exchange.Parameters;
import java.util.List;

/**
 * A request of OpenAI's embeddings API.
 *
 * @param request the request
 * @param deployment the Azure deployment of its path; empty if it names none
 */
record EmbeddingsLens(Node request, String deployment) implements VectorsLens {
    @Override
    public String model() {
        String model = request.get("model").text();
        return model.isEmpty() ? deployment : model;
    }

    @Override
    public Parameters parameters() {
        return VectorsLens.parameters(
                request.get("dimensions").asLong(), Settings.texts(request.get("encoding_format")));
    }

    /** The inputs: one for a text or a list of tokens, else as many as the list has. */
    @Override
    public int messages() {
        List<Node> items = request.get("input").items();
        return items.isEmpty() || items.get(0).is(Kind.NUMBER) ? 1 : items.size();
    }

    @Override
    public List<String> texts() {
        return Settings.texts(request.get("input"));
    }

    @Override
    public long promptBytes() {
        return Math.max(0, request.get("input").length() - 2);
    }

    @Override
    public Change withModel(String model) {
        return request.get("model").is(model) ? Change.make(Edits.none()) : Change.refuse("other_vectors");
    }
}
