// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/**
 * The one place where the process's standard error is written to before our own log exists; never standard output. It is not
 * {@link System#err}, which an application may have set: its code would run while the JVM holds locks to load a class.
 */
final class StandardError {
    private StandardError() {}

    /** Writes one line that begins with our name, so that a reader knows whom to ask. */
    static void say(String line) {
        PrintStream out = own();
        out.println("parsimony: " + line);
        out.flush();
    }

    private static PrintStream own() {
        try {
            return new PrintStream(new FileOutputStream(FileDescriptor.err)); // never closed: it is not ours alone
        } catch (SecurityException managed) {
            return System.err; // beside a security manager one line is said, and nothing else done
        }
    }
}
