// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A reason not to do something.
 *
 * @param reason the reason, as a word with underscores
 * @param stands whether it holds
 * @param <T> what it is about
 */
record Objection<T>(String reason, Predicate<T> stands) {
    /** The first of these that holds, if one does. */
    static <T> Optional<String> first(List<Objection<T>> objections, T to) {
        for (Objection<T> objection : objections) {
            if (objection.stands.test(to)) {
                return Optional.of(objection.reason);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return reason;
    }
}
