// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with a request's JSON, and where.
 *
 * @param kind what is wrong
 * @param path where: names and indices from the root
 * @param shape what was expected there
 * @param got what was found, in OpenAI's words for a type, or the value itself
 */
record Violation(Kind kind, List<Object> path, Shape shape, String got) {

    /** What can be wrong. */
    enum Kind {
        /** A needed field is absent. */
        MISSING,
        /** A field that is not known here. */
        UNKNOWN,
        /** A value of another type. */
        WRONG_TYPE,
        /** A word or number that is not allowed. */
        NOT_ALLOWED
    }

    Violation(Kind kind, Shape shape, String got) {
        this(kind, List.of(), shape, got);
    }

    /** The same, seen from the container that holds the offending value under this name or index. */
    Violation under(Object step) {
        List<Object> longer = new ArrayList<>();
        longer.add(step);
        longer.addAll(path);
        return new Violation(kind, List.copyOf(longer), shape, got);
    }

    /** The last name of the path. */
    String field() {
        return String.valueOf(path.get(path.size() - 1));
    }
}
