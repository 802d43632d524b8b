// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code parsimony.schema.json} as it lies in the jar, read by a validator that is not ours. */
final class PublishedSchema {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode root = read();
    private final Schema schema = REGISTRY.getSchema(root);

    private static JsonNode read() {
        try (InputStream in = PublishedSchema.class.getResourceAsStream("/parsimony/parsimony.schema.json")) {
            return new JsonMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What its own draft says against it. */
    List<String> mistakes() {
        Schema draft = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        return draft.validate(root).stream().map(Object::toString).toList();
    }

    /** What it says against a document. */
    List<String> mistakesOf(JsonNode document) {
        return schema.validate(document).stream().map(Object::toString).toList();
    }

    /** Every place where a document may hold keys, as {@code rules.[].then}. */
    List<List<String>> sections() {
        List<List<String>> sections = new ArrayList<>();
        collect(List.of(), root, sections);
        return sections;
    }

    private void collect(List<String> path, JsonNode node, List<List<String>> sections) {
        JsonNode here = resolve(node);
        if (here.has("items")) {
            collect(below(path, "[]"), here.get("items"), sections);
        } else if (here.has("properties")) {
            sections.add(path);
            here.get("properties")
                    .properties()
                    .forEach(key -> collect(below(path, key.getKey()), key.getValue(), sections));
        }
    }

    private static List<String> below(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    /** The keys it names at such a place. */
    Set<String> keys(List<String> section) {
        JsonNode here = resolve(root);
        for (String step : section) {
            here = resolve(
                    step.equals("[]")
                            ? here.get("items")
                            : here.get("properties").get(step));
        }
        return new TreeSet<>(here.get("properties").propertyNames());
    }

    /** What a schema comes to: where it points, and of several ways to write something the one with keys. */
    private JsonNode resolve(JsonNode node) {
        if (node.has("$ref")) {
            return resolve(root.at(node.get("$ref").asString().substring(1)));
        }
        for (JsonNode way : node.path("anyOf")) {
            JsonNode resolved = resolve(way);
            if (resolved.has("properties")) {
                return resolved;
            }
        }
        return node;
    }
}
