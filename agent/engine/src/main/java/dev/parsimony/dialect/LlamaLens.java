// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A request to a Llama that Bedrock invokes: one prompt, in which the application itself writes who says what. Source:
 * Amazon's guide to Meta's models, November 2026.
 */
final class LlamaLens implements TalkLens {
    private static final String CAP = "max_gen_len";
    private static final String MAKER = "meta.llama";
    private static final long CAP_BY_DEFAULT = 512;

    private final BedrockPath path;
    private final Node request;
    private final Cap cap;

    /**
     * A lens.
     *
     * @param path the path, which names the model
     * @param request the body
     */
    LlamaLens(BedrockPath path, Node request) {
        this.path = path;
        this.request = request;
        this.cap = new Cap(request, List.of(CAP));
    }

    @Override
    public Node request() {
        return request;
    }

    @Override
    public Transcript transcript() {
        return new Transcript(request.json().missing(), request.get("prompt"));
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
    public boolean hasImages() {
        return !request.get("images").items().isEmpty();
    }

    @Override
    public OptionalLong cap() {
        return cap.tokens();
    }

    @Override
    public OptionalLong thinkingBudget() {
        return OptionalLong.empty();
    }

    @Override
    public Parameters parameters() {
        OptionalDouble none = OptionalDouble.empty();
        OptionalLong no = OptionalLong.empty();
        return new Parameters(
                request.get("top_p").asDouble(), no, none, none, no, no, List.of(), "", "", "", "", no, List.of());
    }

    @Override
    public boolean wantsJson() {
        return false;
    }

    @Override
    public List<Block> blocks() {
        return new Prefix(Markable.nothing()).fixed(request.get("prompt")).blocks();
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

    /** Another Llama may write who says what in other signs. */
    @Override
    public Change withModel(String model) {
        if (model.equals(path.model())) {
            return Change.make(Edits.none());
        }
        return Change.refuse(model.contains(MAKER) ? "prompt_format" : "other_body");
    }

    /** A request that names no cap has one. */
    @Override
    public Change withCap(long tokens, String model) {
        boolean low = !request.get(CAP).isPresent() && tokens >= CAP_BY_DEFAULT;
        return low ? Change.make(Edits.none()) : cap.lowered(tokens, CAP);
    }

    /** Counts come unasked. */
    @Override
    public Change withStreamUsage() {
        return Change.make(Edits.none());
    }

    @Override
    public Change withMark(Block block, boolean longLived) {
        return Change.refuse("no_marks");
    }
}
