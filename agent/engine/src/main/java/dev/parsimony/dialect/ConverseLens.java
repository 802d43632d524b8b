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
import org.jspecify.annotations.Nullable;

/** A request of Bedrock's Converse, whose model and kind of answer stand in the path; Nova's own requests look alike. */
final class ConverseLens implements TalkLens {
    private static final String INFERENCE = "inferenceConfig";
    private static final String CAP = "maxTokens";

    private final BedrockPath path;
    private final Node request;
    private final Node inference;
    private final Transcript transcript;
    private @Nullable ConverseBlocks parts;

    /** A lens over a request. */
    ConverseLens(BedrockPath path, Node request) {
        this.path = path;
        this.request = request;
        this.inference = request.get(INFERENCE);
        this.transcript = new Transcript(request.get("system"), request.get("messages"));
    }

    private Cap inferenceCap() {
        return new Cap(inference, List.of(CAP, "max_new_tokens")); // Nova's older name for it
    }

    private ConverseBlocks parts() {
        ConverseBlocks known = parts;
        if (known == null) {
            known = ConverseBlocks.of(request);
            parts = known;
        }
        return known;
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
        return path.model();
    }

    @Override
    public boolean streamed() {
        return path.streamed();
    }

    @Override
    public OptionalLong cap() {
        return inferenceCap().tokens();
    }

    @Override
    public OptionalLong thinkingBudget() {
        return request.get("additionalModelRequestFields")
                .get("thinking")
                .get("budget_tokens")
                .asLong();
    }

    @Override
    public OptionalDouble temperature() {
        return inference.get("temperature").asDouble();
    }

    @Override
    public Parameters parameters() {
        return new Parameters(
                inference.get("topP").asDouble(),
                inference.get("topK").asLong(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Settings.texts(inference.get("stopSequences")),
                wantsJson() ? "json" : "",
                "",
                "",
                request.get("serviceTier").get("type").text(),
                OptionalLong.empty(),
                List.of());
    }

    @Override
    public boolean usesTools() {
        return !request.get("toolConfig").get("tools").items().isEmpty();
    }

    @Override
    public boolean wantsJson() {
        return request.get("outputConfig").get("textFormat").isPresent();
    }

    @Override
    public long promptBytes() {
        return parts().bytes();
    }

    @Override
    public List<Block> blocks() {
        return parts().blocks();
    }

    @Override
    public List<String> fieldsBesideTheAnswer() {
        return Bedrock.BESIDE_THE_ANSWER;
    }

    @Override
    public List<Node> marksBesideTheAnswer() {
        return parts().points();
    }

    /** Those of Claude's: no other model is marked. */
    @Override
    public List<Node> settings(Block.Level level) {
        Node more = request.get("additionalModelRequestFields");
        return switch (level) {
            case TOOLS -> List.of(request.get("outputConfig"));
            case SYSTEM -> List.of();
            case MESSAGES ->
                List.of(request.get("toolConfig").get("toolChoice"), more.get("thinking"), more.get("output_config"));
        };
    }

    @Override
    public Optional<String> whyNotReusable() {
        return Objection.first(Bedrock.NOT_REUSABLE, request);
    }

    @Override
    public Change withModel(String model) {
        if (model.equals(path.model())) {
            return Change.make(Edits.none());
        }
        if (!parts().points().isEmpty() && !model.contains("anthropic.")) {
            return Change.refuse("cache_points"); // not every model's requests may have them
        }
        return Objection.first(Bedrock.SWAP, Swap.of(request, this, model))
                .map(Change::refuse)
                .orElseGet(() -> Change.make(Edits.none(), path.to(model)));
    }

    @Override
    public Change withCap(long tokens, String model) {
        if (tokens <= thinkingBudget().orElse(0)) {
            return Change.refuse("below_thinking_budget");
        }
        if (inference.isPresent()) {
            return inferenceCap().lowered(tokens, inferenceCap().fieldOr(CAP));
        }
        String config = "{\"" + CAP + "\":" + tokens + "}";
        return Change.make(
                inference.exists()
                        ? Edits.none().replace(inference, config)
                        : Edits.none().append(request, INFERENCE, config));
    }

    @Override
    public Change withStreamUsage() {
        return Change.make(Edits.none()); // always told
    }

    @Override
    public Change withMark(Block block, boolean longLived) {
        return new CachePoint(block, longLived).in(path.model(), parts());
    }
}
