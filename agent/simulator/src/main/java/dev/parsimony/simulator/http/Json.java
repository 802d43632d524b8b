// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the simulator reads and writes it: numbers stay exact, fields keep their order. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /**
     * Reads a value.
     *
     * @throws JacksonException when the bytes are no JSON value, or more than one
     */
    static JsonNode read(byte[] bytes) {
        return MAPPER.readTree(bytes);
    }

    static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }
}
