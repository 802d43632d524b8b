// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Converse request as its model reads it: the maker's own request, in which a cache point is a mark on the part before it.
 * Source: Amazon's guide to prompt caching, November 2026.
 */
final class Translated {

    private static final String POINT = "cachePoint";
    private static final int MOST = 4;
    private static final Map<String, String> KINDS = Map.of("toolUse", "tool_use", "toolResult", "tool_result");

    private final List<String> lives = new ArrayList<>();

    private Translated() {}

    /**
     * The request as Anthropic's Messages.
     *
     * @throws Rejection when its cache points are too many, follow nothing, or stand in the wrong order
     */
    static ObjectNode of(JsonNode body) {
        Translated translated = new Translated();
        ObjectNode messages = Json.object();
        messages.set("tools", translated.parts(body.path("toolConfig").path("tools")));
        messages.set("system", translated.parts(body.path("system")));
        ArrayNode turns = messages.putArray("messages");
        body.path("messages")
                .forEach(message -> turns.addObject()
                        .put("role", message.get("role").stringValue())
                        .set("content", translated.parts(message.path("content"))));
        if (translated.lives.size() > MOST) {
            throw Rejection.invalid("A maximum of " + MOST + " cache points may be provided.");
        }
        return messages;
    }

    private ArrayNode parts(JsonNode list) {
        ArrayNode parts = Json.array();
        for (JsonNode item : list) {
            if (item.has(POINT)) {
                mark(parts, item.get(POINT).path("ttl").asString("5m"));
            } else {
                item.properties().forEach(kind -> parts.add(part(kind.getKey(), kind.getValue())));
            }
        }
        return parts;
    }

    private void mark(ArrayNode parts, String life) {
        if (parts.isEmpty()) {
            throw Rejection.invalid("A cache point must follow what is to be cached.");
        }
        if (life.equals("1h") && lives.contains("5m")) {
            throw Rejection.invalid("A cache point of 1h must not come after one of 5m.");
        }
        lives.add(life);
        ((ObjectNode) parts.get(parts.size() - 1))
                .putObject("cache_control")
                .put("type", "ephemeral")
                .put("ttl", life);
    }

    private static ObjectNode part(String kind, JsonNode value) {
        if (kind.equals("text")) {
            return Json.object().put("type", "text").put("text", value.stringValue());
        }
        if (kind.equals("toolSpec")) {
            ObjectNode tool = Json.object().put("name", value.get("name").stringValue());
            tool.set("description", value.path("description"));
            return tool.set("input_schema", value.path("inputSchema").path("json"));
        }
        ObjectNode part = Json.object().put("type", KINDS.getOrDefault(kind, kind));
        return part.set("value", value);
    }
}
