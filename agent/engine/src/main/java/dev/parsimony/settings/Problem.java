// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

/**
 * Something wrong or doubtful in the settings.
 *
 * @param place where
 * @param path which setting, {@code rules[2].when.model}; empty for the file as a whole
 * @param message what, and how to mend it
 */
public record Problem(Place place, String path, String message) {
    /** The line a user reads: {@code parsimony.yaml:12:15: rules[2].when.modle: unknown condition. ...}. */
    @Override
    public String toString() {
        return place + ": " + (path.isEmpty() ? "" : path + ": ") + message;
    }
}
