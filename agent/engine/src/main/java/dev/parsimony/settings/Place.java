// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import java.util.Comparator;

/**
 * Where a setting stands.
 *
 * @param source the file as the user named it, the property as {@code -Dparsimony.mode}, or the variable
 * @param line from 1; 0 where there are no lines
 * @param column from 1; 0 where there are no lines
 */
public record Place(String source, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> AS_READ = Comparator.comparing((Place place) -> place.line == 0)
            .thenComparing(Place::line)
            .thenComparing(Place::column)
            .thenComparing(Place::source);

    /** A place without lines: a property, a variable, or a file as a whole. */
    static Place of(String source) {
        return new Place(source, 0, 0);
    }

    /** As a reader goes through a file, from its top; what has no line comes behind. */
    @Override
    public int compareTo(Place other) {
        return AS_READ.compare(this, other);
    }

    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }
}
