// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import dev.parsimony.exchange.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A request of the Gemini API or of Vertex AI for content. Model and streaming stand in its path. */
final class GeminiLens implements Lens {
    private static final String CAP = "maxOutputTokens";

    private final GooglePath path;
    private final Node request;
    private final Contents contents;
    private final Node config;
    private final Cap cap;
    private @Nullable List<Block> blocks;

    /** A lens over a request to a path. */
    GeminiLens(GooglePath path, Node request) {
        this.path = path;
        this.request = request;
        this.contents = new Contents(request);
        this.config = Proto.field(request, "generationConfig");
        this.cap = new Cap(config, List.of(CAP, "max_output_tokens"));
    }

    @Override
    public String model() {
        return path.model();
    }

    @Override
    public boolean streamed() {
        return path.method().equals("streamGenerateContent");
    }

    @Override
    public OptionalLong cap() {
        return cap.tokens();
    }

    /** None where the model is to find its own: the API writes that as -1. */
    @Override
    public OptionalLong thinkingBudget() {
        OptionalLong budget =
                Proto.field(config, "thinkingConfig", "thinkingBudget").asLong();
        return budget.orElse(-1) < 0 ? OptionalLong.empty() : budget;
    }

    @Override
    public OptionalDouble temperature() {
        return config.get("temperature").asDouble();
    }

    @Override
    public Parameters parameters() {
        return new Parameters(
                Proto.field(config, "topP").asDouble(),
                Proto.field(config, "topK").asLong(),
                Proto.field(config, "frequencyPenalty").asDouble(),
                Proto.field(config, "presencePenalty").asDouble(),
                config.get("seed").asLong(),
                Proto.field(config, "candidateCount").asLong(),
                Settings.texts(Proto.field(config, "stopSequences")),
                Gemini.outputType(config),
                Gemini.level(request),
                "",
                Proto.field(request, "serviceTier").text(),
                OptionalLong.empty(),
                List.of());
    }

    @Override
    public int messages() {
        return contents.turns().size();
    }

    @Override
    public boolean usesTools() {
        return !Proto.each(request.get("tools")).isEmpty();
    }

    @Override
    public boolean hasImages() {
        return contents.hasImages();
    }

    @Override
    public boolean wantsJson() {
        return Gemini.outputType(config).equals("json");
    }

    @Override
    public String systemText() {
        return contents.systemText();
    }

    @Override
    public String firstUserText() {
        return contents.firstUserText();
    }

    @Override
    public String lastUserText() {
        return contents.lastUserText();
    }

    @Override
    public Optional<String> conversationId() {
        return Optional.empty();
    }

    @Override
    public long promptBytes() {
        return Prefix.bytes(blocks());
    }

    @Override
    public List<Block> blocks() {
        List<Block> known = blocks;
        if (known == null) {
            known = contents.blocks();
            blocks = known;
        }
        return known;
    }

    @Override
    public List<String> fieldsBesideTheAnswer() {
        return Gemini.BESIDE_THE_ANSWER;
    }

    /** None: the API knows no marks, only whole caches under a name. */
    @Override
    public List<Node> marksBesideTheAnswer() {
        return List.of();
    }

    @Override
    public Optional<String> whyNotReusable() {
        return Objection.first(Gemini.NOT_REUSABLE, request);
    }

    @Override
    public Change withModel(String model) {
        if (model.equals(path.model())) {
            return Change.make(Edits.none());
        }
        Optional<String> reason =
                path.whyNotTo(model).or(() -> Objection.first(Gemini.SWAP, Swap.of(request, this, model)));
        return reason.isPresent() ? Change.refuse(reason.get()) : Change.make(renamed(model), path.to(model));
    }

    /** The body may name the model too, as a resource: {@code models/gemini-2.5-flash}. */
    private Edits renamed(String model) {
        Node name = request.get("model");
        String resource = name.text();
        return name.is(Kind.STRING)
                ? Edits.none().replace(name, Json.quote(resource.substring(0, resource.lastIndexOf('/') + 1) + model))
                : Edits.none();
    }

    @Override
    public Change withCap(long tokens, String model) {
        if (tokens <= thinkingBudget().orElse(0)) {
            return Change.refuse("below_thinking_budget");
        }
        if (config.is(Kind.OBJECT)) {
            return cap.lowered(tokens, cap.fieldOr(CAP));
        }
        String object = "{\"" + CAP + "\":" + tokens + "}";
        return Change.make(
                config.exists()
                        ? Edits.none().replace(config, object)
                        : Edits.none().append(request, "generationConfig", object));
    }

    @Override
    public Change withStreamUsage() {
        return Change.make(Edits.none()); // always told
    }

    @Override
    public Change withMark(Block block, boolean longLived) {
        return Change.refuse("no_marks");
    }
}
