// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The answers OpenAI keeps so that a later request can go on from them, the latest thousand. Safe for use by several threads at once. */
final class StoredResponses {

    private static final int MOST = 1000;

    private final Map<String, Stored> entries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Stored> eldest) {
            return size() > MOST;
        }
    };

    /**
     * An answer and the conversation that led to it.
     *
     * @param response as it was sent
     * @param items the conversation, the answer included
     */
    private record Stored(ObjectNode response, ArrayNode items) {}

    /** Keeps the answer to this request, whose input has been expanded. */
    synchronized void keep(JsonNode expanded, ObjectNode response) {
        ArrayNode items = items(expanded.path("input")).addAll((ArrayNode) response.get("output"));
        entries.put(response.get("id").stringValue(), new Stored(response, items));
    }

    /** The answer of this identifier. */
    synchronized Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(entries.get(id)).map(Stored::response);
    }

    /** Forgets the answer of this identifier. */
    synchronized void forget(String id) {
        entries.remove(id);
    }

    /**
     * The request with the conversation it goes on from in front of its own input; the request itself when it goes on from none.
     *
     * @throws Rejection when the answer it goes on from is not kept
     */
    synchronized JsonNode expanded(JsonNode request) {
        JsonNode previous = request.path("previous_response_id");
        if (!previous.isString()) {
            return request;
        }
        Stored entry = entries.get(previous.stringValue());
        if (entry == null) {
            throw Rejection.invalid(
                    "Previous response with id '" + previous.stringValue() + "' not found.",
                    "previous_response_id",
                    "previous_response_not_found");
        }
        ObjectNode longer = ((ObjectNode) request).deepCopy();
        longer.set("input", entry.items().deepCopy().addAll(items(request.path("input"))));
        return longer;
    }

    private static ArrayNode items(JsonNode input) {
        ArrayNode items = Json.array();
        if (input.isString()) {
            items.addObject().put("role", "user").set("content", input);
        }
        if (input.isArray()) {
            input.forEach(items::add);
        }
        return items;
    }
}
