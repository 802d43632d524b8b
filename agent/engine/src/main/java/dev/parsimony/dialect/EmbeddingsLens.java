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
 * A request for vectors, of OpenAI's embeddings API or to a model that Bedrock invokes.
 *
 * @param request the request
 * @param inPath the model that its path names, an Azure deployment or a model of Bedrock's; empty if it names none
 * @param field where its input stands
 */
record EmbeddingsLens(Node request, String inPath, String field) implements Lens {
    @Override
    public String model() {
        String model = request.get("model").text();
        return model.isEmpty() ? inPath : model;
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
                request.get("dimensions").asLong(),
                Settings.texts(request.get("encoding_format")));
    }

    /** The inputs: one for a text or a list of tokens, else as many as the list has. */
    @Override
    public int messages() {
        List<Node> items = request.get(field).items();
        return items.isEmpty() || items.get(0).is(Kind.NUMBER) ? 1 : items.size();
    }

    @Override
    public boolean usesTools() {
        return false;
    }

    @Override
    public boolean hasImages() {
        return false;
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
        List<String> texts = Settings.texts(request.get(field));
        return texts.isEmpty() ? "" : texts.get(0);
    }

    @Override
    public String lastUserText() {
        List<String> texts = Settings.texts(request.get(field));
        return texts.isEmpty() ? "" : texts.get(texts.size() - 1);
    }

    @Override
    public Optional<String> conversationId() {
        return Optional.empty();
    }

    @Override
    public long promptBytes() {
        return Math.max(0, request.get(field).length() - 2);
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
        return model().equals(model) ? Change.make(Edits.none()) : Change.refuse("other_vectors");
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
