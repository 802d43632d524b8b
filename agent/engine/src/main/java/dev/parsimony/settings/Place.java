// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

/**
 * Where a setting stands.
 *
 * @param source the file as the user named it, the property as {@code -Dparsimony.mode}, or the variable
 * @param line from 1; 0 where there are no lines
 * @param column from 1; 0 where there are no lines
 */
public record Place(String source, int line, int column) {
    /** A place without lines: a property, a variable, or a file as a whole. */
    static Place of(String source) {
        return new Place(source, 0, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }
}
