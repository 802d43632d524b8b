// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes up answers: short, plausible, and always the same for the same model and prompt. */
final class Improviser {

    private static final List<String> OPENINGS =
            List.of("Yes, that works.", "Here is the short version.", "Good question.", "In brief:", "Let me explain.");
    private static final List<String> MIDDLES = List.of(
            "The order was shipped on Tuesday and should arrive within three days.",
            "You can change this under Settings, in the section called Account.",
            "The refund is on its way and takes up to five working days.",
            "This happens when the device has not been restarted since the last update.",
            "Two of the three options fit what you describe; the first one is cheaper.",
            "Our records show one open ticket, and a colleague is already looking at it.",
            "Please send us the invoice number so that we can look it up.");
    private static final List<String> ENDINGS =
            List.of("Is there anything else?", "I hope this helps.", "Let me know how it goes.", "Just ask for more.");

    /** A text for the prompt of this fingerprint, a hexadecimal hash. */
    Answer text(String fingerprint) {
        return Answer.text(pick(OPENINGS, fingerprint, 0)
                + ' '
                + pick(MIDDLES, fingerprint, 8)
                + ' '
                + pick(ENDINGS, fingerprint, 16));
    }

    private static String pick(List<String> sentences, String fingerprint, int from) {
        long number = Long.parseLong(fingerprint.substring(from, from + 8), 16);
        return sentences.get((int) (number % sentences.size()));
    }

    /** A JSON value that fits this JSON Schema as far as type, enum, const, properties and items go. */
    JsonNode instance(JsonNode schema) {
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.path("enum").has(0)) {
            return schema.get("enum").get(0);
        }
        for (String choice : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.path(choice).has(0)) {
                return instance(schema.get(choice).get(0));
            }
        }
        return ofType(schema);
    }

    private JsonNode ofType(JsonNode schema) {
        JsonNode type = schema.path("type");
        String word = (type.isArray() ? type.path(0) : type).asString(schema.has("properties") ? "object" : "");
        return switch (word.toLowerCase(Locale.ROOT)) { // Gemini's schemas have their types in capitals
            case "object" -> properties(schema.path("properties"));
            case "array" -> items(schema.path("items"));
            case "string" -> Json.read("\"sample\"");
            case "integer", "number" -> Json.read("1");
            case "boolean" -> Json.read("true");
            default -> Json.object();
        };
    }

    private JsonNode properties(JsonNode properties) {
        ObjectNode object = Json.object();
        properties.properties().forEach(entry -> object.set(entry.getKey(), instance(entry.getValue())));
        return object;
    }

    private JsonNode items(JsonNode items) {
        ArrayNode array = Json.array();
        return items.isObject() ? array.add(instance(items)) : array;
    }
}
