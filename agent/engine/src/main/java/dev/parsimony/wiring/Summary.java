// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Found;
import dev.parsimony.ledger.LedgerLine;
import dev.parsimony.price.Comparison;
import dev.parsimony.report.Columns;
import dev.parsimony.report.Dimension;
import dev.parsimony.report.Report;
import dev.parsimony.report.ReportText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a JVM's calls came to, for its end: the SDKs found, and the report over its calls. */
final class Summary {
    private static final int MOST_ROWS = 200;
    private static final int MOST_SHOWN = 20;
    private static final int MOST_MEASURED = 10;
    private static final int MOST_ADVICE = 5;

    private final Set<Found> found = new LinkedHashSet<>();
    private final Report report = new Report(Set.of(Dimension.MODEL), MOST_ROWS);

    private final Comparison comparison = new Comparison();

    /** Notes an SDK. */
    synchronized void add(Found sdk) {
        found.add(sdk);
    }

    /** Adds a call that is over. */
    synchronized void add(Exchange exchange) {
        comparison.add(exchange);
        report.add(LedgerLine.of(exchange, "")); // where exactly it went is in no summary
    }

    /** What there is to say, line by line; nothing if no SDK was found. */
    synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!found.isEmpty()) {
            lines.add("parsimony: summary");
            indent(sdks().lines(), lines);
        }
        if (report.all().calls() > 0) {
            ReportText text = new ReportText(report, MOST_SHOWN);
            indent(text.table(Dimension.MODEL), lines);
            indent(text.remarks(), lines);
            indent(text.dearest(), lines);
            comparison.results().stream().limit(MOST_MEASURED).forEach(measured -> lines.add("  " + measured));
            indent(text.advice(MOST_ADVICE), lines);
        }
        return lines;
    }

    private static void indent(List<String> block, List<String> lines) {
        block.forEach(line -> lines.add("  " + line));
    }

    private Columns sdks() {
        List<List<String>> rows = found.stream()
                .map(sdk -> List.of(sdk.name(), sdk.jar(), sdk.state()))
                .toList();
        return new Columns(List.of("SDK", "from", "state"), rows);
    }
}
