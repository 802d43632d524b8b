// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks.traffic;

import dev.parsimony.cli.simulation.Outcome;
import dev.parsimony.cli.simulation.Seasoned;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a kind of traffic costs each way.
 *
 * @param name what it is called
 * @param asSent as the application sent it, in USD
 * @param parsimony with Parsimony, in USD
 * @param bound what nobody could better, in USD
 * @param isOptimum whether somebody could come to it
 * @param seasoned the calls alone whose call site was known
 * @param strategies by fixed strategies, by their names, in USD
 */
record CachingRow(
        String name,
        BigDecimal asSent,
        BigDecimal parsimony,
        BigDecimal bound,
        boolean isOptimum,
        Seasoned seasoned,
        Map<String, BigDecimal> strategies) {
    static CachingRow of(Kind kind, Outcome outcome) {
        return new CachingRow(
                kind.toString(),
                outcome.asSent(),
                outcome.parsimony(),
                outcome.bound().usd(),
                outcome.bound().isOptimum(),
                outcome.seasoned(),
                outcome.strategies());
    }

    /** Both together. */
    CachingRow plus(CachingRow other) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>(strategies);
        other.strategies.forEach((strategy, usd) -> sums.merge(strategy, usd, BigDecimal::add));
        return new CachingRow(
                "all",
                asSent.add(other.asSent),
                parsimony.add(other.parsimony),
                bound.add(other.bound),
                isOptimum && other.isOptimum,
                new Seasoned(
                        seasoned.asSent().add(other.seasoned.asSent()),
                        seasoned.parsimony().add(other.seasoned.parsimony()),
                        seasoned.bound().add(other.seasoned.bound())),
                sums);
    }

    /** The lines above rows like this one. */
    String heading() {
        return "| traffic | as sent, USD | Parsimony | bound | after " + Seasoned.AFTER + " calls | "
                + String.join(" | ", strategies.keySet()).replace('_', ' ') + " |\n|---|"
                + "--:|".repeat(4 + strategies.size());
    }

    /** A line in percent of the bill as sent; an optimum is marked as such. */
    String line() {
        String after = seasoned.asSent().signum() == 0
                ? "-"
                : percent(seasoned.parsimony(), seasoned.asSent()) + " / "
                        + percent(seasoned.bound(), seasoned.asSent());
        return "| " + name + String.format(Locale.ROOT, " | %.3f | ", asSent) + percent(parsimony, asSent) + " | "
                + percent(bound, asSent) + (isOptimum ? " =" : "") + " | " + after + " | "
                + strategies.values().stream().map(usd -> percent(usd, asSent)).collect(Collectors.joining(" | "))
                + " |";
    }

    private static String percent(BigDecimal part, BigDecimal whole) {
        return String.format(
                Locale.ROOT, "%.1f", part.multiply(BigDecimal.valueOf(100)).divide(whole, MathContext.DECIMAL64));
    }
}
