// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * The process's own standard error. What {@link System#err} is, an application may have set: writing to that would run its code,
 * under whatever locks we are called, and keeping it would keep the application's class loader.
 */
final class StandardError {
    private StandardError() {}

    /** A stream that writes there, a line at once; whoever is given it does not close it. */
    static PrintStream open() {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.err)),
                true,
                charset(System.getProperty("stderr.encoding", "")));
    }

    /**
     * The one that Java writes there: named by a property from Java 19 on, before that the default.
     *
     * @param name may be empty or unknown
     */
    static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return Charset.defaultCharset();
        }
    }
}
