// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Found;
import dev.parsimony.exchange.Saving;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a JVM's calls came to, for its end: the SDKs found, calls and costs by model, savings by lever. */
final class Summary {
    private static final int MOST_MODELS = 100;
    private static final String OTHER = "other models";
    private static final int DECIMALS = 6;

    private final Set<Found> found = new LinkedHashSet<>();
    private final Map<String, Totals> models = new TreeMap<>();
    private final Map<String, BigDecimal> savings = new TreeMap<>();

    /** Notes an SDK. */
    synchronized void add(Found sdk) {
        found.add(sdk);
    }

    /** Adds a call that is over. */
    synchronized void add(Exchange exchange) {
        String model = exchange.model().isEmpty() ? "no model" : exchange.model();
        boolean known = models.size() < MOST_MODELS || models.containsKey(model);
        models.merge(known ? model : OTHER, Totals.of(exchange), Totals::and);
        for (Saving saving : exchange.savings()) {
            String lever = saving.lever() + (saving.estimated() ? " (estimated)" : "");
            savings.merge(lever, saving.usd(), BigDecimal::add);
        }
    }

    /** What there is to say, line by line; nothing if no SDK was found. */
    synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!found.isEmpty()) {
            lines.add("parsimony: summary");
            sdks().lines().forEach(line -> lines.add("  " + line));
        }
        if (!models.isEmpty()) {
            Totals all = models.values().stream().reduce(Totals.NONE, Totals::and);
            calls(all).lines().forEach(line -> lines.add("  " + line));
            lines.addAll(remarks(all));
        }
        return lines;
    }

    private Columns sdks() {
        List<List<String>> rows = found.stream()
                .map(sdk -> List.of(sdk.name(), sdk.jar(), sdk.state()))
                .toList();
        return new Columns(List.of("SDK", "from", "state"), rows);
    }

    private Columns calls(Totals all) {
        List<List<String>> rows = new ArrayList<>();
        models.forEach((model, totals) -> rows.add(row(model, totals)));
        rows.add(row("all", all));
        return new Columns(List.of("model", "calls", "answered here", "input tokens", "output tokens", "USD"), rows);
    }

    private static List<String> row(String name, Totals totals) {
        boolean priced = totals.unpriced().values().stream().mapToLong(n -> n).sum() < totals.calls();
        return List.of(
                name,
                grouped(totals.calls()),
                grouped(totals.local()),
                grouped(totals.input()),
                grouped(totals.output()),
                priced ? money(totals.usd()) : "");
    }

    private List<String> remarks(Totals all) {
        List<String> lines = new ArrayList<>();
        if (!all.unpriced().isEmpty()) {
            lines.add("  without a price, and not in the sum: "
                    + new TreeMap<>(all.unpriced())
                            .entrySet().stream()
                                    .map(entry -> entry.getValue() + " " + entry.getKey())
                                    .collect(Collectors.joining(", ")));
        }
        savings.forEach((lever, usd) ->
                lines.add("  " + (usd.signum() < 0 ? "overspent " : "saved ") + money(usd.abs()) + " USD: " + lever));
        return lines;
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String money(BigDecimal usd) {
        return usd.setScale(DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
    }
}
