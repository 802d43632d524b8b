// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks.traffic;

import dev.parsimony.cli.simulation.Outcome;
import dev.parsimony.cli.simulation.Simulation;
import dev.parsimony.cli.simulation.TrafficCall;
import dev.parsimony.settings.Settings;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints what each kind of traffic costs, in percent of the bill as sent. */
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
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            if (kind.name().matches(wanted)) {
                if (!directory.isEmpty()) {
                    Files.write(Path.of(directory, kind.name().toLowerCase(Locale.ROOT) + ".jsonl"), kind.file());
                }
                Map<String, BigDecimal> bills = bills(outcome(kind));
                if (sums.isEmpty()) {
                    heading(new ArrayList<>(bills.keySet()));
                }
                bills.forEach((name, usd) -> sums.merge(name, usd, BigDecimal::add));
                System.out.println(line(kind.toString(), new ArrayList<>(bills.values())));
            }
        }
        System.out.println(line("all", new ArrayList<>(sums.values())));
    }

    private static void heading(List<String> names) {
        System.out.println("| traffic | as sent, USD | " + String.join(" | ", names.subList(1, names.size())) + " |");
        System.out.println("|---|" + "--:|".repeat(names.size()));
    }

    /** What a kind comes to with the built-in settings. */
    static Outcome outcome(Kind kind) {
        return new Simulation(TrafficCall.read(kind.file()))
                .run(Settings.builtIn(Runtime.getRuntime().maxMemory()), (call, body) -> {});
    }

    private static Map<String, BigDecimal> bills(Outcome outcome) {
        Map<String, BigDecimal> bills = new LinkedHashMap<>();
        bills.put("as_sent", outcome.asSent());
        bills.put("Parsimony", outcome.parsimony());
        bills.put("bound", outcome.bound().usd());
        outcome.strategies().forEach((name, usd) -> bills.put(name.replace('_', ' '), usd));
        return bills;
    }

    private static String line(String name, List<BigDecimal> bills) {
        StringBuilder line = new StringBuilder("| " + name + String.format(Locale.ROOT, " | %.3f", bills.get(0)));
        for (BigDecimal bill : bills.subList(1, bills.size())) {
            line.append(String.format(
                    Locale.ROOT,
                    " | %.1f",
                    bill.multiply(BigDecimal.valueOf(100)).divide(bills.get(0), MathContext.DECIMAL64)));
        }
        return line.append(" |").toString();
    }
}
