// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Two bills side by side.
 *
 * @param without what the morning cost without Parsimony
 * @param with what it cost with it
 * @param simulated whether the simulator's bill is shown; else it is Parsimony's own reckoning
 */
record Comparison(Outcome without, Outcome with, boolean simulated) {
    /** The table as it is printed. */
    String table() {
        StringBuilder table = new StringBuilder(String.format(
                "%nOne morning at the support desk, %s:%n%n",
                simulated ? "as the simulated providers bill it" : "as Parsimony reckons it"));
        row(table, "", simulated ? "without" : "observed", "with Parsimony");
        models().forEach(model -> row(table, model, usd(without.spent(), model), usd(with.spent(), model)));
        row(table, "total", usd(without.total()), usd(with.total()));
        row(table, "calls sent", Long.toString(without.calls()), Long.toString(with.calls()));
        table.append(String.format("%n  %s less.%n%nSaved per lever, as Parsimony reckons it:%n%n", share()));
        levers(table);
        return table.toString();
    }

    private Iterable<String> models() {
        TreeSet<String> models = new TreeSet<>(without.spent().keySet());
        models.addAll(with.spent().keySet());
        return models;
    }

    private void levers(StringBuilder table) {
        TreeSet<String> levers = new TreeSet<>(with.saved().keySet());
        levers.addAll(with.overspent().keySet());
        row(table, "", "saved", "overspent");
        levers.forEach(lever -> row(table, lever, usd(with.saved(), lever), usd(with.overspent(), lever)));
    }

    private String share() {
        return without.total().signum() == 0
                ? "0 %"
                : without.total()
                                .subtract(with.total())
                                .multiply(BigDecimal.valueOf(100))
                                .divide(without.total(), 0, RoundingMode.HALF_UP)
                        + " %";
    }

    private static void row(StringBuilder table, String what, String left, String right) {
        table.append(String.format(Locale.ROOT, "  %-24s %14s %14s%n", what, left, right));
    }

    private static String usd(Map<String, BigDecimal> amounts, String key) {
        BigDecimal amount = amounts.get(key);
        return amount == null ? "-" : usd(amount);
    }

    private static String usd(BigDecimal amount) {
        return "$" + amount.setScale(6, RoundingMode.HALF_UP);
    }
}
