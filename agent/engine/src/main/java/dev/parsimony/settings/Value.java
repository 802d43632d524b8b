// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import java.util.List;

/** A piece of a settings file, or what a property or variable says, and where it stands. */
sealed interface Value {
    /** Where it begins. */
    Place place();

    /**
     * A single value.
     *
     * @param text as written, without quotes
     * @param kind what YAML takes it for
     * @param place where it begins
     */
    record Scalar(String text, Kind kind, Place place) implements Value {
        /** The same value with another text, of which nobody knows what kind it is. */
        Scalar reading(String other) {
            return new Scalar(other, Kind.ANY, place);
        }
    }

    /** What a single value is by YAML's core schema. */
    enum Kind {
        /** Text. */
        TEXT,
        /** A number. */
        NUMBER,
        /** {@code true} or {@code false}. */
        SWITCH,
        /** Null, or nothing at all. */
        NOTHING,
        /** Whatever it can be read as: properties, variables, and what stands for {@code ${env:...}}. */
        ANY,
        /** Nothing, where naming the setting is all that was done: {@code -Dparsimony.kill_switch}. */
        BARE
    }

    /**
     * A list.
     *
     * @param items what is in it
     * @param place where it begins
     */
    record Sequence(List<Value> items, Place place) implements Value {}

    /**
     * Keys and their values.
     *
     * @param entries in order of the file
     * @param place where it begins
     */
    record Mapping(List<Entry> entries, Place place) implements Value {}

    /**
     * One key and its value.
     *
     * @param key as written
     * @param place where the key begins
     * @param value its value
     */
    record Entry(String key, Place place, Value value) {
        /** The key in snake case, which is how settings are named. */
        String name() {
            return key.replace('-', '_');
        }

        /** Whether the key is the user's own, of no meaning to us. */
        boolean isForeign() {
            return key.startsWith("x-");
        }
    }
}
