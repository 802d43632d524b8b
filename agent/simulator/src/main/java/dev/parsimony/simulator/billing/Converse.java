// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request of Bedrock's Converse as its model reads it: the maker's own request, in which a cache point is a mark on the part
 * before it. Source: Amazon's guide to prompt caching, November 2026.
 */
public final class Converse {

    private static final String POINT = "cachePoint";
    private static final Map<String, String> KINDS = Map.of("toolUse", "tool_use", "toolResult", "tool_result");

    private Converse() {}

    /** The request as Anthropic's Messages; a cache point that follows nothing is left out. */
    public static ObjectNode asMessages(JsonNode body) {
        ObjectNode messages = JsonNodeFactory.instance.objectNode();
        messages.set("tools", parts(body.path("toolConfig").path("tools")));
        messages.set("system", parts(body.path("system")));
        ArrayNode turns = messages.putArray("messages");
        body.path("messages")
                .forEach(message -> turns.addObject()
                        .put("role", message.path("role").asString(""))
                        .set("content", parts(message.path("content"))));
        return messages;
    }

    private static ArrayNode parts(JsonNode list) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : list) {
            if (!item.has(POINT)) {
                item.properties().forEach(kind -> parts.add(part(kind.getKey(), kind.getValue())));
            } else if (!parts.isEmpty()) {
                ((ObjectNode) parts.get(parts.size() - 1))
                        .putObject("cache_control")
                        .put("type", "ephemeral")
                        .put("ttl", item.get(POINT).path("ttl").asString("5m"));
            }
        }
        return parts;
    }

    private static ObjectNode part(String kind, JsonNode value) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        if (kind.equals("text")) {
            return part.put("type", "text").put("text", value.asString(""));
        }
        if (kind.equals("toolSpec")) {
            part.put("name", value.path("name").asString(""));
            part.set("description", value.path("description"));
            return part.set("input_schema", value.path("inputSchema").path("json"));
        }
        return part.put("type", KINDS.getOrDefault(kind, kind)).set("value", value);
    }
}
