// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.exchange.Environment;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;

/**
 * What a command reads from and writes to. Results go to {@code out}, words about them to {@code err}; both in UTF-8.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param colour whether words may be coloured
 */
record Console(InputStream in, PrintWriter out, PrintWriter err, boolean colour) {
    /** The console of this process. */
    static Console ofProcess(Environment environment) {
        return new Console(
                System.in,
                writer(new FileOutputStream(FileDescriptor.out)),
                writer(new FileOutputStream(FileDescriptor.err)),
                colours(environment, Ansi.AUTO.enabled()));
    }

    /**
     * Whether to colour words: to a terminal only, and never where {@code NO_COLOR} is set (no-color.org) or the terminal
     * is a dumb one.
     */
    static boolean colours(Environment environment, boolean terminal) {
        return terminal
                && environment.variables().getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.variables().getOrDefault("TERM", "").equals("dumb");
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(stream, false, StandardCharsets.UTF_8);
    }

    /** Writes a result and what is said about it. */
    void show(Result result) {
        print(out, result.output());
        print(err, result.words());
    }

    private static void print(PrintWriter to, String text) {
        if (!text.isEmpty()) {
            to.print(text.endsWith("\n") ? text : text + "\n");
            to.flush();
        }
    }
}
