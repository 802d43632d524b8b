// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A table of ours: a row a line, words apart by white space, a comment begins with {@code #} at the start of its line. Small enough to read at start. */
final class DataFile {
    private DataFile() {}

    /**
     * Reads a table.
     *
     * @param name its file, beside this class
     * @return the words of each row
     * @throws UncheckedIOException if it cannot be read, which means that the jar is damaged
     */
    static List<List<String>> rows(String name) {
        InputStream file = Objects.requireNonNull(DataFile.class.getResourceAsStream(name), name);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.trim().split("\\s+")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}
