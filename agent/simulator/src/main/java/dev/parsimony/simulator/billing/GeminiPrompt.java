// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gemini's reading of a request: the system's instruction, tools, contents. An image counts 258 tokens, other media 1,500.
 * Source for images: Gemini API, page on tokens, November 2026.
 */
final class GeminiPrompt {

    private static final int IMAGE = 258;
    private static final int OTHER_MEDIA = 1500;

    private final BlockList blocks;

    private GeminiPrompt(Model model) {
        this.blocks = new BlockList(model.factor());
    }

    static Prompt read(JsonNode written, Model model) {
        JsonNode body = ProtoNames.camel(written);
        GeminiPrompt prompt = new GeminiPrompt(model);
        prompt.content("system", body.path("systemInstruction"));
        for (JsonNode tool : each(body.path("tools"))) {
            prompt.blocks.open("tool").whole(tool, Mark.NONE);
        }
        prompt.blocks.setting("toolConfig", body.path("toolConfig"));
        for (JsonNode content : each(body.path("contents"))) {
            prompt.content(content.path("role").asString("user"), content);
        }
        return prompt.blocks.prompt("gemini", Prompt.Wish.NONE);
    }

    /** A request to embed one content, or several. */
    static Prompt embedded(JsonNode written, Model model) {
        JsonNode body = ProtoNames.camel(written);
        GeminiPrompt prompt = new GeminiPrompt(model);
        if (body.has("requests")) {
            body.path("requests").forEach(each -> prompt.parts(each.path("content")));
        } else {
            prompt.parts(body.path("content"));
        }
        return prompt.blocks.prompt("gemini embeddings", Prompt.Wish.NONE);
    }

    private void content(String role, JsonNode content) {
        if (content.isObject()) {
            blocks.open(role);
            parts(content);
        }
    }

    private void parts(JsonNode content) {
        for (JsonNode part : each(content.path("parts"))) {
            if (part.path("text").isString()) {
                JsonNode extras = ((ObjectNode) part).deepCopy().remove(List.of("text"));
                blocks.text(part.path("text").stringValue(), extras, Mark.NONE);
            } else if (part.has("inlineData") || part.has("fileData")) {
                blocks.whole(part, tokens(part), Mark.NONE, true);
            } else {
                blocks.whole(part, Mark.NONE);
            }
        }
    }

    private static int tokens(JsonNode part) {
        JsonNode media = part.has("inlineData") ? part.path("inlineData") : part.path("fileData");
        return media.path("mimeType").asString("").startsWith("image/") ? IMAGE : OTHER_MEDIA;
    }

    /** A list's items; a single value counts as a list of one, as Google takes it. */
    private static Iterable<JsonNode> each(JsonNode value) {
        return value.isObject() ? List.of(value) : value.isArray() ? value : MissingNode.getInstance();
    }
}
