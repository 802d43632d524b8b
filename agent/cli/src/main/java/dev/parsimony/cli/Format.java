// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** How a result is written: for people, or for programs. */
final class Format {
    @Option(names = "--json", description = "Write the result as JSON.")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    /**
     * A result in the form that was asked for.
     *
     * @param tree the result as maps, lists, texts, numbers and truths
     * @param text the result for people
     */
    String write(Supplier<Object> tree, Supplier<String> text) {
        return json ? JsonText.of(tree.get()) : text.get();
    }
}
