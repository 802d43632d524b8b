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

/**
 * A request to a Claude that Bedrock invokes: the body of Anthropic's Messages, but for the model and the wish for a stream,
 * which stand in the path.
 *
 * @param path the path
 * @param request the body
 * @param body the body as Anthropic's own API reads it
 */
record InvokedLens(BedrockPath path, Node request, Lens body) implements Lens {
    static final String MAKER = "anthropic.claude";

    @Override
    public String model() {
        return path.model();
    }

    @Override
    public boolean streamed() {
        return path.streamed();
    }

    @Override
    public Change withModel(String model) {
        if (model.equals(path.model())) {
            return Change.make(Edits.none());
        }
        if (!model.contains(MAKER)) {
            return Change.refuse("other_body"); // each maker's models have requests of their own
        }
        return Objection.first(Anthropic.SWAP, Swap.of(request, this, model))
                .map(Change::refuse)
                .orElseGet(() -> Change.make(Edits.none(), path.to(model)));
    }

    @Override
    public OptionalLong cap() {
        return body.cap();
    }

    @Override
    public OptionalLong thinkingBudget() {
        return body.thinkingBudget();
    }

    @Override
    public OptionalDouble temperature() {
        return body.temperature();
    }

    @Override
    public Parameters parameters() {
        return body.parameters();
    }

    @Override
    public int messages() {
        return body.messages();
    }

    @Override
    public boolean usesTools() {
        return body.usesTools();
    }

    @Override
    public boolean hasImages() {
        return body.hasImages();
    }

    @Override
    public boolean wantsJson() {
        return body.wantsJson();
    }

    @Override
    public String systemText() {
        return body.systemText();
    }

    @Override
    public String firstUserText() {
        return body.firstUserText();
    }

    @Override
    public String lastUserText() {
        return body.lastUserText();
    }

    @Override
    public Optional<String> conversationId() {
        return body.conversationId();
    }

    @Override
    public long promptBytes() {
        return body.promptBytes();
    }

    @Override
    public List<Block> blocks() {
        return body.blocks();
    }

    @Override
    public List<String> fieldsBesideTheAnswer() {
        return body.fieldsBesideTheAnswer();
    }

    @Override
    public List<Node> marksBesideTheAnswer() {
        return body.marksBesideTheAnswer();
    }

    @Override
    public Optional<String> whyNotReusable() {
        return body.whyNotReusable();
    }

    @Override
    public Change withCap(long tokens, String model) {
        return body.withCap(tokens, model);
    }

    @Override
    public Change withStreamUsage() {
        return body.withStreamUsage();
    }

    @Override
    public Change withMark(Block block, boolean longLived) {
        return body.withMark(block, longLived);
    }

    @Override
    public Change withText(Block block, List<byte[]> parts) {
        return body.withText(block, parts);
    }
}
