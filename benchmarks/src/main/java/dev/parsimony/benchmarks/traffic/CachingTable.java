// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks.traffic;

import dev.parsimony.cli.simulation.Outcome;
import dev.parsimony.cli.simulation.Simulation;
import dev.parsimony.cli.simulation.TrafficCall;
import dev.parsimony.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prints what each kind of traffic costs, in percent of the bill as sent: with Parsimony, at the bound ({@code =} where that is
 * the optimum itself), both again for the calls alone whose call site was seen twenty times before, and by fixed strategies.
 */
public final class CachingTable {
    private CachingTable() {}

    /**
     * Prints the table.
     *
     * @param arguments a directory to write the traffic files to, or nothing; and an expression for the kinds to play
     */
    public static void main(String[] arguments) throws IOException {
        String directory = arguments.length > 0 ? arguments[0] : "";
        String wanted = arguments.length > 1 ? arguments[1] : ".*";
        List<CachingRow> rows = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind.name().matches(wanted)) {
                if (!directory.isEmpty()) {
                    Files.write(Path.of(directory, kind.name().toLowerCase(Locale.ROOT) + ".jsonl"), kind.file());
                }
                CachingRow row = CachingRow.of(kind, outcome(kind));
                System.out.println((rows.isEmpty() ? row.heading() + "\n" : "") + row.line());
                rows.add(row);
            }
        }
        rows.stream().reduce(CachingRow::plus).ifPresent(all -> System.out.println(all.line()));
    }

    /** What a kind comes to with the built-in settings. */
    static Outcome outcome(Kind kind) {
        return new Simulation(TrafficCall.read(kind.file()))
                .run(Settings.builtIn(Runtime.getRuntime().maxMemory()), (call, body) -> {});
    }
}
