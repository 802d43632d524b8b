// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody reads along. */
final class Terminal {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /** Whether standard error is a terminal; where the system does not say, whether Java takes itself to have a console. */
    static boolean readsStandardError() {
        try {
            String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | RuntimeException untold) {
            return System.console() != null;
        }
    }
}
