// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import dev.parsimony.settings.Value.Kind;
import dev.parsimony.settings.Value.Mapping;
import dev.parsimony.settings.Value.Scalar;
import dev.parsimony.settings.Value.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One setting as somebody gave it. What cannot be read is noted and left out.
 *
 * @param path which setting
 * @param value what was given
 * @param audit who is told of mistakes
 */
record Field(String path, Value value, Audit audit) {
    /** The single value this is. */
    <T> Optional<T> read(Form<T> form) {
        if (!(value instanceof Scalar scalar)) {
            return refuse("must be a single value");
        }
        if (scalar.kind() == Kind.NOTHING) {
            return refuse("has no value. Give it one, or remove it");
        }
        try {
            return Optional.of(form.read(audit.resolve(scalar)));
        } catch (IllegalArgumentException unreadable) {
            return refuse(String.valueOf(unreadable.getMessage()));
        }
    }

    /** The items of the list this is. */
    List<Field> items() {
        if (!(value instanceof Sequence sequence)) {
            refuse("must be a list");
            return List.of();
        }
        List<Field> items = new ArrayList<>();
        for (Value item : sequence.items()) {
            items.add(new Field(path + "[" + items.size() + "]", item, audit));
        }
        return items;
    }

    /** The values of the list this is, or the single one. */
    <T> List<T> readAll(Form<T> form) {
        if (!(value instanceof Sequence sequence)) {
            return read(form).stream().toList();
        }
        if (sequence.items().isEmpty()) {
            refuse("must name at least one");
        }
        return items().stream().flatMap(item -> item.read(form).stream()).toList();
    }

    /** Whether this holds settings of its own. */
    boolean isSection() {
        return value instanceof Mapping;
    }

    /**
     * The settings this holds.
     *
     * @param noun what its keys are, for messages
     */
    Optional<Section> section(String noun) {
        return value instanceof Mapping mapping
                ? Optional.of(Section.inList(path, noun, mapping, audit))
                : refuse("must be a mapping, with a key and a value");
    }

    /** Notes what is wrong with this. */
    <T> Optional<T> refuse(String message) {
        audit.problem(value.place(), path, message);
        return Optional.empty();
    }

    /** Notes what can hardly be meant, unless mistakes keep us from knowing what is. */
    void doubt(String message) {
        if (audit.isClean()) {
            audit.warning(value.place(), path, message);
        }
    }
}
