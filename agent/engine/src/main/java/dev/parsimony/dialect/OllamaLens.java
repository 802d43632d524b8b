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

/** A request of Ollama's for a chat or for a text. Sampling and the cap stand in an object of options. */
final class OllamaLens implements TalkLens {
    private static final String CAP = "num_predict";

    private final Node request;
    private final Node options;
    private final Node said;
    private final Transcript transcript;

    /**
     * A lens.
     *
     * @param request the request
     * @param said the messages, or the one prompt
     */
    OllamaLens(Node request, Node said) {
        this.request = request;
        this.options = request.get("options");
        this.said = said;
        this.transcript = new Transcript(request.get("system"), said);
    }

    @Override
    public Node request() {
        return request;
    }

    @Override
    public Transcript transcript() {
        return transcript;
    }

    /** A request that does not say gets a stream. */
    @Override
    public boolean streamed() {
        Node stream = request.get("stream");
        return !stream.isPresent() || stream.isTrue();
    }

    /** A cap of 0 or less is none. */
    @Override
    public OptionalLong cap() {
        OptionalLong tokens = options.get(CAP).asLong();
        return tokens.orElse(0) > 0 ? tokens : OptionalLong.empty();
    }

    @Override
    public OptionalLong thinkingBudget() {
        return OptionalLong.empty();
    }

    @Override
    public OptionalDouble temperature() {
        return options.get("temperature").asDouble();
    }

    @Override
    public Parameters parameters() {
        return new Parameters(
                options.get("top_p").asDouble(),
                options.get("top_k").asLong(),
                options.get("frequency_penalty").asDouble(),
                options.get("presence_penalty").asDouble(),
                options.get("seed").asLong(),
                OptionalLong.empty(),
                Settings.texts(options.get("stop")),
                wantsJson() ? "json" : "",
                request.get("think").text(),
                "",
                "",
                OptionalLong.empty(),
                List.of());
    }

    @Override
    public boolean hasImages() {
        return hasImages(request) || said.items().stream().anyMatch(OllamaLens::hasImages);
    }

    private static boolean hasImages(Node holder) {
        return !holder.get("images").items().isEmpty();
    }

    /** The word {@code json}, or a schema. */
    @Override
    public boolean wantsJson() {
        Node format = request.get("format");
        return format.is("json") || format.is(Kind.OBJECT);
    }

    @Override
    public List<Block> blocks() {
        return new Prefix(Markable.nothing())
                .tools(request.get("tools"))
                .system(request.get("system"))
                .messages(said)
                .blocks();
    }

    @Override
    public List<String> fieldsBesideTheAnswer() {
        return Ollama.BESIDE_THE_ANSWER;
    }

    @Override
    public List<Node> marksBesideTheAnswer() {
        return List.of();
    }

    @Override
    public Optional<String> whyNotReusable() {
        return Objection.first(Ollama.NOT_REUSABLE, request);
    }

    @Override
    public Change withModel(String model) {
        return Swap.of(request, this, model).to(model, Ollama.SWAP);
    }

    @Override
    public Change withCap(long tokens, String model) {
        if (cap().orElse(Long.MAX_VALUE) <= tokens) {
            return Change.make(Edits.none());
        }
        if (!options.isPresent()) {
            return Change.make(set(request, "options", "{\"" + CAP + "\":" + tokens + "}"));
        }
        return options.is(Kind.OBJECT)
                ? Change.make(set(options, CAP, Long.toString(tokens)))
                : Change.refuse("cap_unreadable");
    }

    private static Edits set(Node object, String field, String value) {
        Node before = object.get(field);
        return before.exists()
                ? Edits.none().replace(before, value)
                : Edits.none().append(object, field, value);
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
