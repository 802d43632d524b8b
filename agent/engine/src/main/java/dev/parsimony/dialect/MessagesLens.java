// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Block.Level;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A request of Anthropic's Messages API. */
final class MessagesLens implements TalkLens {
    private static final String CAP = "max_tokens";

    private final Node request;
    private final Transcript transcript;
    private final Cap cap;
    private @Nullable List<Block> blocks;
    private @Nullable List<Node> marks;

    /** A lens over a request. */
    MessagesLens(Node request) {
        this.request = request;
        this.transcript = new Transcript(request.get("system"), request.get("messages"));
        this.cap = new Cap(request, List.of(CAP));
    }

    @Override
    public Node request() {
        return request;
    }

    @Override
    public Transcript transcript() {
        return transcript;
    }

    @Override
    public OptionalLong cap() {
        return cap.tokens();
    }

    @Override
    public OptionalLong thinkingBudget() {
        return request.get("thinking").get("budget_tokens").asLong();
    }

    @Override
    public Parameters parameters() {
        return new Parameters(
                request.get("top_p").asDouble(),
                request.get("top_k").asLong(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Settings.texts(request.get("stop_sequences")),
                Settings.outputType(Anthropic.format(request)),
                request.get("output_config").get("effort").text(),
                "",
                request.get("service_tier").text(),
                OptionalLong.empty(),
                List.of());
    }

    @Override
    public boolean wantsJson() {
        return Settings.outputType(Anthropic.format(request)).equals("json");
    }

    @Override
    public List<Block> blocks() {
        List<Block> known = blocks;
        if (known == null) {
            known = new Prefix((level, role, node) -> Breakpoint.mayStandOn(level, node))
                    .tools(request.get("tools"))
                    .system(request.get("system"))
                    .messages(request.get("messages"))
                    .markedAtItsEnd(request.get("cache_control"))
                    .blocks();
            blocks = known;
        }
        return known;
    }

    @Override
    public List<String> fieldsBesideTheAnswer() {
        return Anthropic.BESIDE_THE_ANSWER;
    }

    @Override
    public List<Node> marksBesideTheAnswer() {
        List<Node> known = marks;
        if (known == null) {
            known = Prefix.marks(request, blocks());
            marks = known;
        }
        return known;
    }

    @Override
    public List<Node> settings(Level level) {
        return Anthropic.settings(request, level);
    }

    @Override
    public Optional<String> whyNotReusable() {
        return Objection.first(Anthropic.NOT_REUSABLE, request);
    }

    @Override
    public Change withModel(String model) {
        return Swap.of(request, this, model).to(model, Anthropic.SWAP);
    }

    @Override
    public Change withCap(long tokens, String model) {
        return tokens <= thinkingBudget().orElse(0) ? Change.refuse("below_thinking_budget") : cap.lowered(tokens, CAP);
    }

    @Override
    public Change withStreamUsage() {
        return Change.make(Edits.none()); // always told
    }

    @Override
    public Change withMark(Block block, boolean longLived) {
        return new Breakpoint(block, longLived).in(request, blocks(), marksBesideTheAnswer());
    }

    @Override
    public Change withText(Block block, List<byte[]> parts) {
        boolean own = block.level() == Level.SYSTEM && !block.marked();
        return own ? Change.make(Division.of(block, parts)) : TalkLens.super.withText(block, parts);
    }
}
