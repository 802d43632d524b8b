// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An object of known fields. Needed ones must be there, others may be absent or null, unknown ones are refused. */
final class Fields implements Shape {

    private final Map<String, Shape> needed;
    private final Map<String, Shape> known;
    private final boolean closed;

    private Fields(Map<String, Shape> needed, Map<String, Shape> known, boolean closed) {
        this.needed = needed;
        this.known = known;
        this.closed = closed;
    }

    static Fields none() {
        return new Fields(Map.of(), Map.of(), true);
    }

    /** The same with any other fields as well. */
    Fields asAtLeast() {
        return new Fields(needed, known, false);
    }

    /** The same with a field that must be there. */
    Fields needs(String name, Shape shape) {
        return new Fields(with(needed, name, shape), with(known, name, shape), closed);
    }

    /** The same with a field that may be there. */
    Fields takes(String name, Shape shape) {
        return new Fields(needed, with(known, name, shape), closed);
    }

    private static Map<String, Shape> with(Map<String, Shape> fields, String name, Shape shape) {
        Map<String, Shape> more = new LinkedHashMap<>(fields);
        more.put(name, shape);
        return more;
    }

    @Override
    public Optional<Violation> check(JsonNode value) {
        if (!value.isObject()) {
            return new Typed(Type.OBJECT).check(value);
        }
        return unknown(value).or(() -> missing(value)).or(() -> wrong(value));
    }

    private Optional<Violation> unknown(JsonNode value) {
        return value.propertyNames().stream()
                .filter(name -> closed && !known.containsKey(name))
                .findFirst()
                .map(name -> new Violation(Violation.Kind.UNKNOWN, this, name).under(name));
    }

    private Optional<Violation> missing(JsonNode value) {
        return needed.keySet().stream()
                .filter(name -> !value.has(name))
                .findFirst()
                .map(name -> new Violation(Violation.Kind.MISSING, this, name).under(name));
    }

    private Optional<Violation> wrong(JsonNode value) {
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            boolean absent = field.getValue().isNull() && !needed.containsKey(field.getKey());
            Optional<Violation> wrong = absent
                    ? Optional.empty()
                    : known.getOrDefault(field.getKey(), Shape.anything()).check(field.getValue());
            if (wrong.isPresent()) {
                return Optional.of(wrong.get().under(field.getKey()));
            }
        }
        return Optional.empty();
    }
}
