// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Draw;
import dev.parsimony.exchange.Exchange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What calls cost beside those that were left as written, by call site: the measured saving, levers and their side effects
 * together. Chance, not us, decided which conversation is which, so what the means differ by beyond chance is our doing.
 *
 * <p>Calls of one conversation are alike, so it is conversations that count as draws, not calls: they fall into {@value
 * Draw#GROUPS} groups, and how far the groups' costs per call differ gives the standard error (random groups; Wolter,
 * Introduction to Variance Estimation, chapter 2). Sums are exact, in picodollars; only the statistics are floating point.
 */
public final class Comparison {
    private static final int MOST_SITES = 200;

    private final Map<String, Sides> sites = new LinkedHashMap<>();

    private record Sides(Side control, Side treated) {}

    /** Adds a call that is over; one of which nothing was drawn is not compared, nor one that failed. */
    public synchronized void add(Exchange exchange) {
        Draw draw = exchange.draw();
        String site = exchange.opening().caller().site().function();
        if (draw == null || !exchange.error().isEmpty() || (sites.size() >= MOST_SITES && !sites.containsKey(site))) {
            return;
        }
        Sides sides = sites.computeIfAbsent(site, first -> new Sides(new Side(), new Side()));
        Side side = draw.control() ? sides.control : sides.treated;
        if (exchange.cost() instanceof Cost.Known known) {
            side.add(draw.group(), pico(known.usd()));
        } else {
            side.addUnpriced();
        }
    }

    private static long pico(BigDecimal usd) {
        return usd.setScale(Side.PICO, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    }

    /** What is known by now of each call site that has calls on both sides, the greatest certain difference first. */
    public synchronized List<Measured> results() {
        return sites.entrySet().stream()
                .filter(entry -> entry.getValue().control.calls() > 0
                        && entry.getValue().treated.calls() > 0)
                .map(entry -> result(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Measured::isCertain)
                        .thenComparing(measured -> measured.isCertain() ? Math.abs(measured.total()) : 0)
                        .reversed())
                .toList();
    }

    private static Measured result(String site, Sides sides) {
        double error = Math.hypot(sides.control.error(), sides.treated.error());
        return new Measured(
                site,
                sides.control.calls(),
                sides.treated.calls(),
                sides.control.mean() - sides.treated.mean(),
                Math.max(sides.control.chance(), sides.treated.chance()) * error,
                sides.control.isTelling() && sides.treated.isTelling());
    }
}
