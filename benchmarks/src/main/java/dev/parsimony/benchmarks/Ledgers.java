// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import dev.parsimony.testkit.AgentJar;
import dev.parsimony.testkit.Jvm;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How long {@code report} takes over a large ledger, in a JVM that may have no more than 64 MB of heap. */
public final class Ledgers {
    private static final int MILLION = 1_000_000;
    private static final List<String> TABLES = List.of("call_site", "tenant", "request");

    private Ledgers() {}

    /**
     * Writes a ledger and reports it.
     *
     * @param args how many lines; a million if it is not said
     * @throws IOException if there is no room for it
     */
    public static void main(String... args) throws IOException {
        int lines = args.length == 0 || args[0].isEmpty() ? MILLION : Integer.parseInt(args[0]);
        Path ledger = Files.createTempFile("ledger", ".jsonl");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(ledger), 1 << 16)) {
                new LedgerLines().write(lines, out);
            }
            System.out.printf("%,d lines, %,d MB%n", lines, Files.size(ledger) >> 20);
            TABLES.forEach(table -> System.out.println(report(ledger, table)));
        } finally {
            Files.delete(ledger);
        }
    }

    private static String report(Path ledger, String table) {
        long begun = System.nanoTime();
        Jvm.current()
                .flag("-Xmx64m")
                .run("-jar", AgentJar.path().toString(), "report", ledger.toString(), "--by", table)
                .expectSuccess();
        return String.format("report --by %-10s %.1f s", table, (System.nanoTime() - begun) / 1e9);
    }
}
