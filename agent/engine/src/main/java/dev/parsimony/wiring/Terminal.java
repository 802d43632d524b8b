// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether somebody reads along. */
final class Terminal {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /** Whether standard error is a terminal; where the system does not say, whether Java takes itself to have one. */
    static boolean readsStandardError() {
        try {
            String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | RuntimeException untold) {
            return Optional.ofNullable(System.console())
                    .filter(Terminal::isTerminal)
                    .isPresent();
        }
    }

    /** From Java 22 on there is a console without a terminal, too, and it says so. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException older) {
            return true;
        }
    }
}
