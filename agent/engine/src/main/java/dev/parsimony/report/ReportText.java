// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.report;

import dev.parsimony.exchange.Recall;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report as people read it. */
public final class ReportText {
    private static final int MICROS = 1_000;

    private static final Map<Dimension, String> TITLES = new EnumMap<>(Map.of(
            Dimension.CALL_SITE, "call site",
            Dimension.RULE, "rules",
            Dimension.DAY, "day (UTC)",
            Dimension.REQUEST, "request"));

    private final Report report;
    private final int mostRows;

    /**
     * A text.
     *
     * @param report what it tells
     * @param mostRows how many rows each table shows; the rest are summed up
     */
    public ReportText(Report report, int mostRows) {
        this.report = report;
        this.mostRows = mostRows;
    }

    /** Calls by this dimension, with a line for all. */
    public List<String> table(Dimension dimension) {
        List<Row> rows = report.by(dimension);
        List<List<String>> cells = new ArrayList<>();
        rows.stream().limit(mostRows).forEach(row -> cells.add(cells(row.name(), row.figures())));
        if (rows.size() > mostRows) {
            Figures rest = new Figures();
            rows.stream().skip(mostRows).map(Row::figures).forEach(rest::add);
            cells.add(cells((rows.size() - mostRows + report.cut(dimension)) + " more", rest));
        }
        cells.add(cells("all", report.all()));
        return new Columns(
                        List.of(
                                TITLES.getOrDefault(dimension, dimension.toString()),
                                "calls",
                                "answered here",
                                "input tokens",
                                "output tokens",
                                "USD",
                                "saved USD",
                                "estimated USD",
                                "overspent USD",
                                "ms p50/p95/p99",
                                "output p50/p95/p99",
                                "cut off"),
                        cells)
                .lines();
    }

    private static List<String> cells(String name, Figures figures) {
        return List.of(
                name,
                Amounts.text(figures.calls()),
                Amounts.text(figures.local()),
                figures.tellsNoTokens() ? "" : Amounts.text(figures.tokens().input()),
                figures.tellsNoTokens() ? "" : Amounts.text(figures.tokens().output()),
                figures.priced() == 0 ? "" : Amounts.text(figures.usd()),
                some(figures.savings().all(false).saved()),
                some(figures.savings().all(true).saved()),
                some(figures.savings().overspent()),
                percentiles(figures.latency(), MICROS),
                percentiles(figures.output(), 1),
                figures.truncated() == 0 ? "" : Amounts.text(figures.truncated()));
    }

    private static String some(BigDecimal usd) {
        return usd.signum() == 0 ? "" : Amounts.text(usd);
    }

    private static String percentiles(Histogram histogram, int unit) {
        return histogram.count() == 0
                ? ""
                : Stream.of(50, 95, 99)
                        .map(percent -> Amounts.text((histogram.percentile(percent) + unit / 2) / unit))
                        .collect(Collectors.joining("/"));
    }

    /** What else is to be known of the calls: what is in no sum, whose price is disputed, what was saved and by what. */
    public List<String> remarks() {
        Figures all = report.all();
        List<String> lines = new ArrayList<>();
        if (!all.unknown().isEmpty()) {
            lines.add("without a price, and not in the sum: " + reasons(all));
        }
        uncounted(all).ifPresent(lines::add);
        if (all.disputed() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "low confidence: %,d calls for %s USD, whose price sources disagree about",
                    all.disputed(),
                    Amounts.text(all.disputedUsd())));
        }
        if (report.missing() > 0) {
            lines.add(Amounts.text(report.missing()) + " calls are missing: the ledger could not be written as fast");
        }
        if (all.failed() > 0) {
            lines.add("failed: " + Amounts.text(all.failed()));
        }
        outcomes(all).ifPresent(lines::add);
        lines.addAll(savings(all));
        return lines;
    }

    private static String reasons(Figures all) {
        return all.unknown().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> uncounted(Figures all) {
        if (all.uncounted() == 0) {
            return Optional.empty();
        }
        String line = "without a count of tokens, and not in the sums: " + Amounts.text(all.uncounted())
                + (all.uncounted() == 1 ? " call" : " calls");
        boolean estimated = all.estimatedInput() + all.estimatedOutput() > 0;
        return Optional.of(
                estimated
                        ? line + "; by estimate " + Amounts.text(all.estimatedInput()) + " input and "
                                + Amounts.text(all.estimatedOutput()) + " output tokens"
                        : line);
    }

    private static Optional<String> outcomes(Figures all) {
        String outcomes = Arrays.stream(Recall.values())
                .filter(recall -> recall != Recall.NOT_ASKED && all.recall(recall) > 0)
                .map(recall -> Amounts.text(all.recall(recall)) + " " + recall)
                .collect(Collectors.joining(", "));
        return outcomes.isEmpty() ? Optional.empty() : Optional.of("cache: " + outcomes);
    }

    private static List<String> savings(Figures all) {
        List<String> lines = new ArrayList<>();
        all.savings().byLever().forEach((lever, amount) -> {
            if (amount.saved().signum() > 0) {
                lines.add("saved " + Amounts.text(amount.saved()) + " USD: " + lever);
            }
            if (amount.overspent().signum() > 0) {
                lines.add("overspent " + Amounts.text(amount.overspent()) + " USD: " + lever);
            }
        });
        return lines;
    }

    /** The dearest call sites and what each would need, with the rules to paste. */
    public List<String> dearest() {
        List<String> lines = new ArrayList<>();
        for (Report.Dear dear : report.dearest()) {
            lines.add(
                    dear.row().name() + ": " + Amounts.text(dear.row().figures().usd()) + " USD");
            dear.advice().stream()
                    .flatMap(advice -> AdviceText.lines(advice).stream())
                    .forEach(line -> lines.add("  " + line));
            dear.needs().forEach(need -> lines.add("  " + need));
        }
        return lines;
    }

    /**
     * What could be saved elsewhere, with the rules to paste, and how far all that is known.
     *
     * @param most how many pieces of advice are told at most
     */
    public List<String> advice(int most) {
        return new AdviceText(report).others(most);
    }
}
