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
 * A request to a model that Bedrock invokes, in the words of its maker's own API but for the model and the wish for a stream,
 * which stand in the path.
 *
 * @param path the path
 * @param request the body
 * @param body the body as the maker's API reads it
 * @param maker what the names of models begin with that take such a body, a region apart
 * @param objections why another of the maker's models would not accept a request
 */
record InvokedLens(BedrockPath path, Node request, Lens body, String maker, List<Objection<Swap>> objections)
        implements Lens {
    static final String CLAUDE = "anthropic.claude";
    static final String MISTRAL = "mistral.";

    /** A request to a Claude: the body of Anthropic's Messages. */
    static Lens claude(BedrockPath path, Node request) {
        return new InvokedLens(path, request, new MessagesLens(request), CLAUDE, Anthropic.SWAP);
    }

    /** A request to a model of Mistral's: messages as in a chat, or one prompt. */
    static Lens mistral(BedrockPath path, Node request) {
        return new InvokedLens(path, request, new ChatLens(request, ""), MISTRAL, OpenAi.CHAT_SWAP);
    }

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
        if (!model.contains(maker)) {
            return Change.refuse("other_body"); // each maker's models have requests of their own
        }
        return Objection.first(objections, Swap.of(request, this, model))
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
    public List<Node> settings(Block.Level level) {
        return body.settings(level);
    }

    @Override
    public Optional<String> whyNotReusable() {
        return body.whyNotReusable();
    }

    /** Of Mistral's models, each has a cap of its own where a prompt comes without: a request for one could raise it. */
    @Override
    public Change withCap(long tokens, String model) {
        boolean byDefault = body.cap().isEmpty() && request.get("prompt").exists();
        return byDefault ? Change.refuse("cap_by_default") : body.withCap(tokens, model);
    }

    @Override
    public Change withStreamUsage() {
        return body.withStreamUsage();
    }

    @Override
    public Change withMark(Block block, boolean longLived) {
        return CachePoint.objection(path.model(), longLived)
                .<Change>map(Change::refuse)
                .orElseGet(() -> body.withMark(block, longLived));
    }

    @Override
    public Change withText(Block block, List<byte[]> parts) {
        return body.withText(block, parts);
    }
}
