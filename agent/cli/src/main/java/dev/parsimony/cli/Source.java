// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.settings.SettingsSource;
import java.io.IOException;

/**
 * Files as commands are given them, where {@code -} is standard input.
 *
 * @param console what {@code -} stands for
 */
record Source(Console console) {
    private static final String STANDARD_INPUT = "-";

    /**
     * What is in a file.
     *
     * @throws Complaint if it cannot be read
     */
    byte[] bytes(String file) {
        try {
            return file.equals(STANDARD_INPUT) ? console.in().readAllBytes() : SettingsSource.fromDisk(file);
        } catch (IOException unreadable) {
            throw new Complaint(name(file), "cannot be read: " + unreadable.getMessage());
        }
    }

    /** The file's name as messages write it. */
    static String name(String file) {
        return file.equals(STANDARD_INPUT) ? "standard input" : file;
    }
}
