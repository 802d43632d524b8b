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

    private static final String BREAKPOINT = "prompt_cache_breakpoint";
    private static final int IMAGE = 765;
    private static final int SMALL_IMAGE = 85;
    private static final int OTHER_MEDIA = 1500;

    private final BlockList blocks;

    OpenAiParts(BlockList blocks) {
        this.blocks = blocks;
    }

    void tools(JsonNode tools) {
        for (JsonNode tool : tools) {
            blocks.open("tool").whole(tool, Mark.NONE);
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
        if (part.path("text").isString()) {
            blocks.text(
                    part.path("text").stringValue(), without(part, List.of(BREAKPOINT, "type", "text")), mark(part));
        } else {
            blocks.whole(without(part, List.of(BREAKPOINT)), tokens(type, part), mark(part), true);
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

    private static Mark mark(JsonNode part) {
        return part.path(BREAKPOINT).isObject() ? Mark.SHORT : Mark.NONE;
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
