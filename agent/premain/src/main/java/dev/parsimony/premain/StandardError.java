// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

/** The one place where the application's standard error is written to before our own log exists; never standard output. */
final class StandardError {
    private StandardError() {}

    /** Writes one line that begins with our name, so that a reader knows whom to ask. */
    static void say(String line) {
        System.err.println("parsimony: " + line);
    }
}
