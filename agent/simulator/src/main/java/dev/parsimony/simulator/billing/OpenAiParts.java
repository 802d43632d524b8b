// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What OpenAI's two chat APIs share in reading a request: tools before messages, the parts of a message, the wishes for the cache. An image counts 765
 * tokens, 85 with {@code detail: low}; other media count 1,500.
 */
final class OpenAiParts {

    /** OpenAI's mark. */
    static final String BREAKPOINT = "prompt_cache_breakpoint";

    /** Anthropic's mark. */
    static final String MARK = "cache_control";

    private static final int IMAGE = 765;
    private static final int SMALL_IMAGE = 85;
    private static final int OTHER_MEDIA = 1500;

    private final BlockList blocks;
    private final List<String> marks;

    /**
     * Reads into a list.
     *
     * @param marks the names of marks that count
     */
    OpenAiParts(BlockList blocks, List<String> marks) {
        this.blocks = blocks;
        this.marks = marks;
    }

    void tools(JsonNode tools) {
        for (JsonNode tool : tools) {
            JsonNode plain = marks.contains(MARK) ? without(tool, List.of(MARK)) : tool;
            blocks.open("tool").whole(plain, marks.contains(MARK) ? life(tool.path(MARK)) : Mark.NONE);
            blocks.boundAfter(blocks.size() - 1, false);
        }
    }

    /** A message's content, a string or parts; only the end of a message that is not the assistant's may get the provider's own breakpoint. */
    void message(String role, JsonNode content, JsonNode extras) {
        int first = blocks.size();
        blocks.open(role);
        if (content.isString()) {
            blocks.text(content.stringValue(), MissingNode.getInstance(), Mark.NONE);
        }
        for (JsonNode part : content.isArray() ? content : MissingNode.getInstance()) {
            part(part);
        }
        if (extras.isObject() && !extras.isEmpty()) {
            blocks.whole(extras, Mark.NONE);
        }
        blocks.boundAfter(first, !role.equals("assistant"));
    }

    private void part(JsonNode part) {
        String type = part.path("type").asString("");
        JsonNode plain = without(part, marks);
        if (part.path("text").isString()) {
            blocks.text(part.path("text").stringValue(), without(plain, List.of("type", "text")), mark(part));
        } else {
            blocks.whole(plain, tokens(type, part), mark(part), true);
        }
    }

    private static int tokens(String type, JsonNode part) {
        if (!type.contains("image")) {
            return OTHER_MEDIA;
        }
        String detail = part.path("detail")
                .asString(part.path("image_url").path("detail").asString("auto"));
        return detail.equals("low") ? SMALL_IMAGE : IMAGE;
    }

    private Mark mark(JsonNode part) {
        return marks.stream()
                .map(name -> life(part.path(name)))
                .filter(mark -> mark != Mark.NONE)
                .findFirst()
                .orElse(Mark.NONE);
    }

    /** What a mark asks for; only Anthropic's can ask for an hour. */
    static Mark life(JsonNode mark) {
        if (!mark.isObject()) {
            return Mark.NONE;
        }
        return mark.path("ttl").asString("5m").equals("1h") ? Mark.LONG : Mark.SHORT;
    }

    static JsonNode without(JsonNode object, List<String> fields) {
        return object.isObject() ? ((ObjectNode) object).deepCopy().remove(fields) : object;
    }

    /** How the caller wants the prompt cached; a model that only keeps for a day (GPT-5.5) does so unasked. */
    static Prompt.Wish wish(JsonNode body, Model model) {
        JsonNode options = body.path("prompt_cache_options");
        boolean aDay = body.path("prompt_cache_retention").asString("").equals("24h")
                || model.id().equals("gpt-5.5")
                || options.path("ttl").asString("").equals("12h");
        return new Prompt.Wish(
                body.path("prompt_cache_key").asString(""),
                !options.path("mode").asString("").equals("explicit"),
                aDay ? Mark.LONG : Mark.SHORT);
    }
}
