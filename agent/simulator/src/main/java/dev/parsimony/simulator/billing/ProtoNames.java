// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The names of fields in the JSON of protocol buffers, which takes {@code generation_config} as well as {@code
 * generationConfig}. Source: ProtoJSON format guide. Names that the caller gives, of arguments and of a schema's properties, are his own.
 */
public final class ProtoNames {

    private static final Set<String> OF_THE_CALLER = Set.of(
            "args", "response", "properties", "labels", "parametersJsonSchema", "responseJsonSchema", "partMetadata");

    private ProtoNames() {}

    /** The same value with all names in lower camel case; one name given in both ways comes out once. */
    public static JsonNode camel(JsonNode value) {
        if (value instanceof ArrayNode list) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            list.forEach(each -> copy.add(camel(each)));
            return copy;
        }
        if (!(value instanceof ObjectNode object)) {
            return value;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = camel(field.getKey());
            copy.set(name, OF_THE_CALLER.contains(name) ? field.getValue() : camel(field.getValue()));
        }
        return copy;
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            boolean joint = name.charAt(i) == '_' && i + 1 < name.length() && i > 0;
            camel.append(joint ? Character.toUpperCase(name.charAt(++i)) : name.charAt(i));
        }
        return camel.toString();
    }
}
