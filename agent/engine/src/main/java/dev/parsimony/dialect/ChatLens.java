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
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A request of OpenAI Chat Completions, as OpenAI, Azure and the many hosts that speak the same API take it; or of Mistral's
 * for a text between two, which says {@code prompt} and {@code suffix} in place of messages.
 */
final class ChatLens implements TalkLens {
    private static final String COMPLETION_CAP = "max_completion_tokens";
    private static final String PLAIN_CAP = "max_tokens";

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
    ChatLens(Node request, String deployment) {
        this.request = request;
        this.deployment = deployment;
        this.transcript = new Transcript(request.json().missing(), said(request));
        this.cap = new Cap(request, List.of(COMPLETION_CAP, PLAIN_CAP));
    }

    private static Node said(Node request) {
        Node messages = request.get("messages");
        return messages.exists() ? messages : request.get("prompt");
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
        return request.get("reasoning").get("max_tokens").asLong(); // OpenRouter's
    }

    @Override
    public Parameters parameters() {
        return new Parameters(
                request.get("top_p").asDouble(),
                request.get("top_k").asLong(),
                request.get("frequency_penalty").asDouble(),
                request.get("presence_penalty").asDouble(),
                seed().asLong(),
                request.get("n").asLong(),
                Settings.texts(request.get("stop")),
                outputType(),
                request.get("reasoning_effort").text(),
                "",
                request.get("service_tier").text(),
                OptionalLong.empty(),
                List.of());
    }

    private Node seed() {
        Node seed = request.get("seed");
        return seed.exists() ? seed : request.get("random_seed"); // Mistral's
    }

    private String outputType() {
        return OpenAi.wantsAudio(request) ? "speech" : Settings.outputType(request.get("response_format"));
    }

    @Override
    public boolean usesTools() {
        return !request.get("tools").items().isEmpty()
                || !request.get("functions").items().isEmpty();
    }

    @Override
    public boolean wantsJson() {
        return Settings.outputType(request.get("response_format")).equals("json");
    }

    @Override
    public List<Block> blocks() {
        List<Block> known = blocks;
        if (known == null) {
            known = new Prefix(isClaude() ? ChatMarks::mayStandOn : Stops.of(model()))
                    .tools(request.get("tools"))
                    .tools(request.get("functions"))
                    .messages(request.get("messages"))
                    .fixed(request.get("prompt"))
                    .fixed(request.get("suffix"))
                    .markedAtItsEnd(
                            isClaude()
                                    ? request.get(ChatMarks.MARK)
                                    : request.json().missing())
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
            known.addAll(ChatMarks.onMessages(request));
            marks = known;
        }
        return known;
    }

    /** An output's schema stands before everything, at OpenAI as at Anthropic; OpenAI's guides as of November 2026. */
    @Override
    public List<Node> settings(Block.Level level) {
        if (level == Block.Level.TOOLS) {
            return List.of(request.get("response_format"));
        }
        return isClaude() ? ChatMarks.settings(request, level) : List.of();
    }

    @Override
    public Optional<String> whyNotReusable() {
        return Objection.first(OpenAi.CHAT_NOT_REUSABLE, request);
    }

    @Override
    public Change withModel(String model) {
        if (!deployment.isEmpty()) {
            return Change.refuse("model_in_path");
        }
        Change named = Swap.of(request, this, model).to(model, OpenAi.CHAT_SWAP);
        return named instanceof Change.Make make && !make.edits().isEmpty()
                ? Change.make(make.edits().and(cap.renamed(capField(model))))
                : named;
    }

    @Override
    public Change withCap(long tokens, String model) {
        return tokens <= thinkingBudget().orElse(0)
                ? Change.refuse("below_thinking_budget")
                : cap.lowered(tokens, capField(model));
    }

    /** Reasoning models take one field alone; the others keep the one the application used. */
    private String capField(String model) {
        return Family.of(model).has("completion_cap") ? COMPLETION_CAP : cap.fieldOr(PLAIN_CAP);
    }

    @Override
    public Change withStreamUsage() {
        Edits edits = Edits.none();
        Node options = request.get("stream_options");
        Node usage = options.get("include_usage");
        if (!streamed() || usage.isPresent()) { // asked for already, or declined: the application's word
            return Change.make(edits);
        }
        if (usage.exists()) {
            return Change.make(edits.replace(usage, "true"));
        }
        if (options.is(Kind.OBJECT)) {
            return Change.make(edits.append(options, "include_usage", "true"));
        }
        String asked = "{\"include_usage\":true}";
        return Change.make(
                options.exists() ? edits.replace(options, asked) : edits.append(request, "stream_options", asked));
    }

    private boolean isClaude() {
        return ChatMarks.areKnownTo(model());
    }

    @Override
    public boolean tellsLives() {
        return false;
    }

    @Override
    public Change withMark(Block block, boolean longLived) {
        return isClaude()
                ? ChatMarks.mark(block, longLived, request, this)
                : Stops.mark(block, longLived, "text", "[%s]");
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
        return Stops.only(request, model());
    }
}
