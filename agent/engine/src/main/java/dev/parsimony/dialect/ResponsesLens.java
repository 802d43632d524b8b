// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import dev.parsimony.exchange.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A request of OpenAI's Responses API. */
final class ResponsesLens implements TalkLens {
    private static final String CAP = "max_output_tokens";
    /** What names a part of the prompt that the provider holds and nobody sees here. */
    private static final List<String> ELSEWHERE = List.of("previous_response_id", "conversation", "prompt");

    private static final String PARTS = "[%s]";
    /** An input that is a text alone is the user's message: a part of it needs one to stand in. */
    private static final String MESSAGE = "[{\"role\":\"user\",\"content\":[%s]}]";
    /** The smallest cap that the API takes; openai-java 4.100 documents it on the field. */
    private static final long LEAST_CAP = 16;

    private final Node request;
    private final String deployment;
    private final Transcript transcript;
    private final Cap cap;
    private @Nullable List<Block> blocks;
    private @Nullable List<Node> marks;

    /**
     * A lens.
     *
     * @param request the request
     * @param deployment the Azure deployment of its path; empty if it names none
     */
    ResponsesLens(Node request, String deployment) {
        this.request = request;
        this.deployment = deployment;
        this.transcript = new Transcript(request.get("instructions"), request.get("input"));
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
    public String model() {
        String model = request.get("model").text();
        return model.isEmpty() ? deployment : model;
    }

    @Override
    public OptionalLong cap() {
        return cap.tokens();
    }

    @Override
    public OptionalLong thinkingBudget() {
        return OptionalLong.empty(); // an effort, never a budget
    }

    @Override
    public Parameters parameters() {
        return new Parameters(
                request.get("top_p").asDouble(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                List.of(),
                Settings.outputType(format()),
                request.get("reasoning").get("effort").text(),
                request.get("previous_response_id").text(),
                request.get("service_tier").text(),
                OptionalLong.empty(),
                List.of());
    }

    private Node format() {
        return request.get("text").get("format");
    }

    @Override
    public boolean wantsJson() {
        return Settings.outputType(format()).equals("json");
    }

    @Override
    public Optional<String> conversationId() {
        Node conversation = request.get("conversation");
        String id = conversation.is(Kind.STRING)
                ? conversation.text()
                : conversation.get("id").text();
        return id.isEmpty() ? Optional.empty() : Optional.of(id);
    }

    @Override
    public List<Block> blocks() {
        List<Block> known = blocks;
        if (known == null) {
            known = new Prefix(Stops.of(model()))
                    .tools(request.get("tools"))
                    .instructions(request.get("instructions"))
                    .messages(request.get("input"))
                    .blocks();
            blocks = known;
        }
        return known;
    }

    @Override
    public List<String> fieldsBesideTheAnswer() {
        return OpenAi.BESIDE_THE_ANSWER;
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
    public Optional<String> whyNotReusable() {
        return Objection.first(OpenAi.RESPONSE_NOT_REUSABLE, request);
    }

    @Override
    public Change withModel(String model) {
        return deployment.isEmpty()
                ? Swap.of(request, this, model).to(model, OpenAi.RESPONSE_SWAP)
                : Change.refuse("model_in_path");
    }

    @Override
    public Change withCap(long tokens, String model) {
        return cap.lowered(Math.max(tokens, LEAST_CAP), CAP);
    }

    @Override
    public Change withStreamUsage() {
        return Change.make(Edits.none()); // the last event always tells it
    }

    @Override
    public Change withMark(Block block, boolean longLived) {
        boolean whole = block.node().start() == request.get("input").start();
        return Stops.mark(block, longLived, "input_text", whole ? MESSAGE : PARTS);
    }

    @Override
    public Change withCacheKey(String key) {
        return OpenAi.cacheKey(request, key);
    }

    @Override
    public Change withLongRetention() {
        return OpenAi.longRetention(request, model());
    }

    @Override
    public Change withOwnMarksOnly() {
        boolean elsewhere =
                ELSEWHERE.stream().anyMatch(field -> request.get(field).isPresent());
        return elsewhere ? Change.refuse("history_elsewhere") : Stops.only(request, model());
    }
}
