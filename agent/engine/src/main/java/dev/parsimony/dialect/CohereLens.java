// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A request of Cohere's chat, version 2. */
final class CohereLens implements TalkLens {
    private static final String CAP = "max_tokens";

    private final Node request;
    private final Transcript transcript;
    private final Cap cap;

    /**
     * A lens.
     *
     * @param request the request
     */
    CohereLens(Node request) {
        this.request = request;
        this.transcript = new Transcript(request.json().missing(), request.get("messages"));
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
        return request.get("thinking").get("token_budget").asLong();
    }

    @Override
    public Parameters parameters() {
        return new Parameters(
                request.get("p").asDouble(),
                request.get("k").asLong(),
                request.get("frequency_penalty").asDouble(),
                request.get("presence_penalty").asDouble(),
                request.get("seed").asLong(),
                OptionalLong.empty(),
                Settings.texts(request.get("stop_sequences")),
                Settings.outputType(request.get("response_format")),
                "",
                "",
                "",
                OptionalLong.empty(),
                List.of());
    }

    @Override
    public boolean wantsJson() {
        return Settings.outputType(request.get("response_format")).equals("json");
    }

    /** Documents are read where tools are. */
    @Override
    public List<Block> blocks() {
        return new Prefix(Markable.nothing())
                .tools(request.get("tools"))
                .tools(request.get("documents"))
                .messages(request.get("messages"))
                .blocks();
    }

    @Override
    public List<String> fieldsBesideTheAnswer() {
        return List.of("priority");
    }

    @Override
    public List<Node> marksBesideTheAnswer() {
        return List.of();
    }

    @Override
    public Optional<String> whyNotReusable() {
        return Objection.first(Cohere.NOT_REUSABLE, request);
    }

    @Override
    public Change withModel(String model) {
        return Swap.of(request, this, model).to(model, Cohere.SWAP);
    }

    @Override
    public Change withCap(long tokens, String model) {
        return tokens <= thinkingBudget().orElse(0) ? Change.refuse("below_thinking_budget") : cap.lowered(tokens, CAP);
    }

    /** Usage comes unasked. */
    @Override
    public Change withStreamUsage() {
        return Change.make(Edits.none());
    }

    @Override
    public Change withMark(Block block, boolean longLived) {
        return Change.refuse("no_marks");
    }
}
