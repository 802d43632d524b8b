// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The memory of this JVM, in MB of 1,048,576 bytes. */
final class Memory {
    private static final double MB = 1024 * 1024;
    private static final Path STATUS = Path.of("/proc/self/status");

    private Memory() {}

    /**
     * What the operating system keeps resident for this process, garbage included: {@code VmRSS} of proc(5). Not a number
     * where there is no {@code /proc}.
     */
    static double resident() {
        try {
            return Files.isReadable(STATUS) ? resident(Files.readAllLines(STATUS, StandardCharsets.UTF_8)) : Double.NaN;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, read from the lines of such a file. */
    static double resident(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** What is used after a full collection: the heap, and what the JVM keeps beside it, such as classes and compiled code. */
    static double live() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return (memory.getHeapMemoryUsage().getUsed()
                        + memory.getNonHeapMemoryUsage().getUsed())
                / MB;
    }
}
