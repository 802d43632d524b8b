// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Anthropic's reading of a request: tools, then system, then messages. Settings sit where a change of them invalidates the cache: an output schema before
 * the tools; speed and citations before the system; tool choice, thinking, effort and the presence of images before the messages. An image counts 1,600
 * tokens. Source: Anthropic's prompt caching page, table of what invalidates the cache, November 2026.
 */
final class MessagesPrompt {

    private static final int IMAGE = 1600;
    private static final String MARK = "cache_control";

    private final BlockList blocks;
    private final TokenFactor factor;

    private MessagesPrompt(TokenFactor factor) {
        this.factor = factor;
        this.blocks = new BlockList(factor);
    }

    static Prompt read(JsonNode body, Model model) {
        return new MessagesPrompt(model.factor()).prompt(body);
    }

    private Prompt prompt(JsonNode body) {
        body.path("tools").forEach(this::tool);
        blocks.setting("speed", body.path("speed"));
        if (anyPart(body, "citations")) {
            blocks.open("citations");
        }
        system(body.path("system"));
        messageSettings(body);
        body.path("messages").forEach(this::message);
        if (body.path(MARK).isObject()) {
            blocks.markLast(mark(body));
        }
        return blocks.prompt(
                "anthropic " + body.path("output_config").path("format") + ' ' + body.path("inference_geo"),
                Prompt.Wish.NONE);
    }

    private void messageSettings(JsonNode body) {
        blocks.setting("tool_choice", body.path("tool_choice"));
        blocks.setting("thinking", body.path("thinking"));
        blocks.setting("effort", body.path("output_config").path("effort"));
        if (body.path("messages").toString().contains("\"type\":\"image\"")) {
            blocks.setting("images", body.path("model"));
        }
    }

    private static boolean anyPart(JsonNode body, String field) {
        for (JsonNode message : body.path("messages")) {
            for (JsonNode part : message.path("content")) {
                if (part.path(field).path("enabled").asBoolean(false)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void tool(JsonNode tool) {
        blocks.open("tool");
        JsonNode plain = without(tool, List.of(MARK));
        blocks.whole(plain, factor.tokens(plain.toString()), mark(tool), true);
    }

    private void system(JsonNode system) {
        if (system.isString()) {
            blocks.open("system").text(system.stringValue(), MissingNode.getInstance(), Mark.NONE);
        }
        for (JsonNode part : system.isArray() ? system : MissingNode.getInstance()) {
            blocks.open("system");
            part(part);
        }
    }

    private void message(JsonNode message) {
        blocks.open(message.path("role").asString(""));
        JsonNode content = message.path("content");
        if (content.isString()) {
            blocks.text(content.stringValue(), MissingNode.getInstance(), Mark.NONE);
        } else {
            content.forEach(this::part);
        }
    }

    private void part(JsonNode part) {
        String type = part.path("type").asString("");
        if (type.equals("text")) {
            blocks.text(part.path("text").asString(""), without(part, List.of(MARK, "type", "text")), mark(part));
        } else {
            JsonNode plain = without(part, List.of(MARK));
            blocks.whole(plain, tokens(plain), mark(part), !type.endsWith("thinking"));
        }
    }

    private int tokens(JsonNode part) {
        if (part.path("type").asString("").equals("image")) {
            return IMAGE;
        }
        if (part.path("content").isArray()) {
            int sum = 0;
            for (JsonNode inner : part.path("content")) {
                sum += tokens(inner);
            }
            return sum + TokenFactor.OVERHEAD;
        }
        return factor.tokens(part.toString());
    }

    private static JsonNode without(JsonNode part, List<String> fields) {
        ObjectNode copy = ((ObjectNode) part).deepCopy();
        copy.remove(fields);
        for (JsonNode inner : copy.path("content")) {
            if (inner instanceof ObjectNode object) {
                object.remove(MARK);
            }
        }
        return copy;
    }

    private static Mark mark(JsonNode part) {
        JsonNode control = part.path(MARK);
        if (!control.isObject()) {
            return Mark.NONE;
        }
        return control.path("ttl").asString("5m").equals("1h") ? Mark.LONG : Mark.SHORT;
    }
}
