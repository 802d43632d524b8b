// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import org.jspecify.annotations.Nullable;

/** Why the agent stays out of this JVM, and whether anybody needs to be told. */
final class Objection {
    /** An objection that everybody expects: the user switched us off, or this JVM is our own command line. */
    static final Objection SILENT = new Objection(null);

    private final @Nullable String line;

    private Objection(@Nullable String line) {
        this.line = line;
    }

    /** An objection that the user must read, in one line. */
    static Objection saying(String line) {
        return new Objection(line);
    }

    /** Writes the objection to standard error, in one line or not at all. */
    void tell() {
        if (line != null) {
            StandardError.say(line);
        }
    }

    /** The line that is told; empty where nothing is. */
    @Override
    public String toString() {
        return line == null ? "" : line;
    }
}
