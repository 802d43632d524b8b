// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A request for vectors, of which little is to be told whatever the API: there is no output to cap and no prompt cache. */
interface VectorsLens extends Lens {
    /** The texts to be embedded; none for an input that is no text. */
    List<String> texts();

    /**
     * The settings of a request for vectors.
     *
     * @param dimensions length of each vector
     * @param encodings formats of the vectors
     */
    static Parameters parameters(OptionalLong dimensions, List<String> encodings) {
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
                dimensions,
                encodings);
    }

    @Override
    default boolean streamed() {
        return false;
    }

    @Override
    default OptionalLong cap() {
        return OptionalLong.empty();
    }

    @Override
    default OptionalLong thinkingBudget() {
        return OptionalLong.empty();
    }

    @Override
    default OptionalDouble temperature() {
        return OptionalDouble.empty();
    }

    @Override
    default boolean usesTools() {
        return false;
    }

    @Override
    default boolean hasImages() {
        return false;
    }

    @Override
    default boolean wantsJson() {
        return false;
    }

    @Override
    default String systemText() {
        return "";
    }

    @Override
    default String firstUserText() {
        return texts().isEmpty() ? "" : texts().get(0);
    }

    @Override
    default String lastUserText() {
        List<String> texts = texts();
        return texts.isEmpty() ? "" : texts.get(texts.size() - 1);
    }

    @Override
    default Optional<String> conversationId() {
        return Optional.empty();
    }

    /** None: embeddings have no prompt cache. */
    @Override
    default List<Block> blocks() {
        return List.of();
    }

    @Override
    default List<String> fieldsBesideTheAnswer() {
        return List.of();
    }

    @Override
    default List<Node> marksBesideTheAnswer() {
        return List.of();
    }

    @Override
    default Optional<String> whyNotReusable() {
        return Optional.empty();
    }

    /** Refused: vectors of one model mean nothing beside those of another, whatever their length. */
    @Override
    default Change withModel(String model) {
        return model().equals(model) ? Change.make(Edits.none()) : Change.refuse("other_vectors");
    }

    @Override
    default Change withCap(long tokens, String model) {
        return Change.refuse("no_output");
    }

    @Override
    default Change withStreamUsage() {
        return Change.make(Edits.none());
    }

    @Override
    default Change withMark(Block block, boolean longLived) {
        return Change.refuse("no_marks");
    }
}
