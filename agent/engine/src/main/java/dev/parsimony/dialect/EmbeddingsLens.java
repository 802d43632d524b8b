// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import dev.parsimony.exchange.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A request for embeddings, as OpenAI's API takes it and, under other names, Ollama's, Cohere's and Mistral's.
 *
 * @param request the request
 * @param deployment the Azure deployment of its path; empty if it names none
 * @param inputs the field in which the texts stand
 */
record EmbeddingsLens(Node request, String deployment, String inputs) implements Lens {
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
    public boolean streamed() {
        return false;
    }

    @Override
    public OptionalLong cap() {
        return OptionalLong.empty();
    }

    @Override
    public OptionalLong thinkingBudget() {
        return OptionalLong.empty();
    }

    @Override
    public OptionalDouble temperature() {
        return OptionalDouble.empty();
    }

    @Override
    public Parameters parameters() {
        return new Parameters(
                OptionalDouble.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                List.of(),
                "",
                "",
                "",
                "",
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
    public boolean usesTools() {
        return false;
    }

    @Override
    public boolean hasImages() {
        return !request.get("images").items().isEmpty();
    }

    @Override
    public boolean wantsJson() {
        return false;
    }

    @Override
    public String systemText() {
        return "";
    }

    @Override
    public String firstUserText() {
        List<String> texts = Settings.texts(input());
        return texts.isEmpty() ? "" : texts.get(0);
    }

    @Override
    public String lastUserText() {
        List<String> texts = Settings.texts(input());
        return texts.isEmpty() ? "" : texts.get(texts.size() - 1);
    }

    @Override
    public Optional<String> conversationId() {
        return Optional.empty();
    }

    @Override
    public long promptBytes() {
        return Math.max(0, input().length() - 2);
    }

    /** None: embeddings have no prompt cache. */
    @Override
    public List<Block> blocks() {
        return List.of();
    }

    @Override
    public List<String> fieldsBesideTheAnswer() {
        return List.of();
    }

    @Override
    public List<Node> marksBesideTheAnswer() {
        return List.of();
    }

    @Override
    public Optional<String> whyNotReusable() {
        return Optional.empty();
    }

    /** Refused: vectors of one model mean nothing beside those of another, whatever their length. */
    @Override
    public Change withModel(String model) {
        return request.get("model").is(model) ? Change.make(Edits.none()) : Change.refuse("other_vectors");
    }

    @Override
    public Change withCap(long tokens, String model) {
        return Change.refuse("no_output");
    }

    @Override
    public Change withStreamUsage() {
        return Change.make(Edits.none());
    }

    @Override
    public Change withMark(Block block, boolean longLived) {
        return Change.refuse("no_marks");
    }
}
