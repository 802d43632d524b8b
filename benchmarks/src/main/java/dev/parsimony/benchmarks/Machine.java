// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What was measured on.
 *
 * @param processor its model, as the operating system calls it
 * @param cores how many the JVM sees
 * @param system the operating system
 * @param java the JVM
 * @param date when
 */
record Machine(String processor, int cores, String system, String java, LocalDate date) {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    /** This one, today. */
    static Machine here() {
        return new Machine(
                processor(lines()),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                LocalDate.now(ZoneOffset.UTC));
    }

    private static List<String> lines() {
        try {
            return Files.isReadable(PROCESSORS) ? Files.readAllLines(PROCESSORS, StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The processor's name in the lines of {@code /proc/cpuinfo}; the architecture where it is not there. */
    static String processor(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch", "unknown processor"));
    }

    @Override
    public String toString() {
        return processor + ", " + cores + " cores, " + system + ", " + java + ", " + date;
    }
}
