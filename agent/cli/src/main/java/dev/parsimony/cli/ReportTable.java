// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.price.Money;
import dev.parsimony.report.Dimension;
import dev.parsimony.report.Figures;
import dev.parsimony.report.Histogram;
import dev.parsimony.report.Report;
import dev.parsimony.report.Row;
import dev.parsimony.report.Tokens;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The rows of a report for spreadsheets: all of them, every figure in a cell of its own, exact. */
final class ReportTable {
    private static final BigDecimal MICROS = BigDecimal.valueOf(1_000);
    private static final List<Integer> PERCENTS = List.of(50, 95, 99);

    private ReportTable() {}

    /** The rows of a breakdown. */
    static Table of(Report report, Dimension dimension) {
        List<String> headings = new ArrayList<>(List.of(
                dimension.toString(),
                "calls",
                "answered_here",
                "failed",
                "cut_off",
                "without_price",
                "without_usage",
                "low_confidence",
                "input_tokens",
                "cache_read_tokens",
                "cache_write_tokens",
                "output_tokens",
                "reasoning_tokens",
                "estimated_input_tokens",
                "estimated_output_tokens",
                "cost_usd",
                "low_confidence_usd",
                "saved_measured_usd",
                "saved_estimated_usd",
                "overspent_measured_usd",
                "overspent_estimated_usd"));
        PERCENTS.forEach(percent -> headings.add("ms_p" + percent));
        PERCENTS.forEach(percent -> headings.add("output_tokens_p" + percent));
        return new Table(
                headings, report.by(dimension).stream().map(ReportTable::cells).toList());
    }

    private static List<String> cells(Row row) {
        Figures figures = row.figures();
        List<String> cells = new ArrayList<>();
        cells.add(row.name());
        counts(figures, cells);
        tokens(figures, cells);
        cells.add(figures.priced() == 0 ? "" : Money.plain(figures.usd()));
        cells.add(Money.plain(figures.disputedUsd()));
        cells.add(Money.plain(figures.savings().all(false).saved()));
        cells.add(Money.plain(figures.savings().all(true).saved()));
        cells.add(Money.plain(figures.savings().all(false).overspent()));
        cells.add(Money.plain(figures.savings().all(true).overspent()));
        PERCENTS.forEach(percent -> cells.add(millis(figures.latency(), percent)));
        PERCENTS.forEach(percent -> cells.add(tokens(figures.output(), percent)));
        return cells;
    }

    private static void counts(Figures figures, List<String> cells) {
        List.of(
                        figures.calls(),
                        figures.local(),
                        figures.failed(),
                        figures.truncated(),
                        figures.calls() - figures.priced(),
                        figures.uncounted(),
                        figures.disputed())
                .forEach(count -> cells.add(Long.toString(count)));
    }

    /** Empty where no provider told any; estimates are those of the calls without a count. */
    private static void tokens(Figures figures, List<String> cells) {
        Tokens tokens = figures.tokens();
        List.of(tokens.input(), tokens.cacheRead(), tokens.cacheWrite(), tokens.output(), tokens.reasoning())
                .forEach(count -> cells.add(figures.tellsNoTokens() ? "" : Long.toString(count)));
        List.of(figures.estimatedInput(), figures.estimatedOutput())
                .forEach(count -> cells.add(count == 0 ? "" : Long.toString(count)));
    }

    /** Milliseconds, exact to the microsecond the histogram holds; empty where nothing was measured. */
    static String millis(Histogram micros, int percent) {
        return micros.count() == 0
                ? ""
                : Money.plain(BigDecimal.valueOf(micros.percentile(percent)).divide(MICROS));
    }

    private static String tokens(Histogram output, int percent) {
        return output.count() == 0 ? "" : Long.toString(output.percentile(percent));
    }
}
