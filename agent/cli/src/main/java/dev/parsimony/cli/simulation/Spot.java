// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import dev.parsimony.simulator.billing.Caching;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A place of a request where a mark may stand: a tool, or a part of the system text or of a message. */
final class Spot {
    private static final String CONTENT = "content";

    private final Level level;
    private final int size;
    private final Runnable marking;

    /** What the place is part of. */
    enum Level {
        /** A tool. */
        TOOL,
        /** The system text. */
        SYSTEM,
        /** A message. */
        MESSAGE
    }

    private Spot(Level level, int size, Runnable marking) {
        this.level = level;
        this.size = size;
        this.marking = marking;
    }

    /** The places of a request, in the order in which the provider reads them. */
    static List<Spot> of(JsonNode body, Caching caching) {
        List<Spot> spots = new ArrayList<>();
        boolean anthropic = caching == Caching.MARKS;
        if (anthropic) {
            body.path("tools").forEach(tool -> spots.add(part(Level.TOOL, (ObjectNode) tool, true)));
        }
        content(spots, Level.SYSTEM, (ObjectNode) body, "system", "text", anthropic);
        for (JsonNode message : body.path(body.has("input") ? "input" : "messages")) {
            String role = message.path("role").asString("");
            Level level = role.equals("system") || role.equals("developer") ? Level.SYSTEM : Level.MESSAGE;
            String type = !body.has("input") ? "text" : role.equals("assistant") ? "output_text" : "input_text";
            content(spots, level, (ObjectNode) message, CONTENT, type, anthropic);
        }
        return spots;
    }

    private static void content(
            List<Spot> spots, Level level, ObjectNode owner, String field, String type, boolean anthropic) {
        JsonNode content = owner.path(field);
        if (content.isString() && !content.stringValue().isEmpty()) {
            spots.add(new Spot(level, content.stringValue().length(), () -> {
                ArrayNode parts = owner.putArray(field);
                set(parts.addObject().put("type", type).put("text", content.stringValue()), anthropic);
            }));
        }
        for (JsonNode part : content.isArray() ? content : owner.arrayNode()) {
            if (!part.path("type").asString("").endsWith("thinking")) {
                spots.add(part(level, (ObjectNode) part, anthropic));
            }
        }
    }

    private static Spot part(Level level, ObjectNode part, boolean anthropic) {
        return new Spot(level, part.toString().length(), () -> set(part, anthropic));
    }

    private static void set(ObjectNode part, boolean anthropic) {
        if (anthropic) {
            part.putObject("cache_control").put("type", "ephemeral");
        } else {
            part.putObject("prompt_cache_breakpoint").put("mode", "explicit");
        }
    }

    Level level() {
        return level;
    }

    /** How much is written there, in characters. */
    int size() {
        return size;
    }

    /** Sets the mark. */
    void mark() {
        marking.run();
    }
}
