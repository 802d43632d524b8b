// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.advice.Advice;
import dev.parsimony.exchange.Recall;
import dev.parsimony.report.Dimension;
import dev.parsimony.report.Figures;
import dev.parsimony.report.Report;
import dev.parsimony.report.Savings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A report as programs read it. */
final class ReportTree {
    private ReportTree() {}

    /** The whole report as maps and lists. */
    static Map<String, Object> of(Report report) {
        Figures all = report.all();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("calls", all.calls());
        report.first().ifPresent(first -> tree.put("from", first));
        report.last().ifPresent(last -> tree.put("to", last));
        tree.put("answered_here", all.local());
        tree.put("failed", all.failed());
        tree.put("cut_off", all.truncated());
        tree.put("missing", report.missing());
        tree.put("currency", "USD");
        cost(tree, all);
        tree.put("without_price", all.unknown());
        uncounted(tree, all);
        tree.put("low_confidence", Map.of("calls", all.disputed(), "cost", all.disputedUsd()));
        tree.put("cache", outcomes(all));
        tree.put("saved", savings(all.savings()));
        Map<String, Object> by = new LinkedHashMap<>();
        for (Dimension dimension : report.dimensions()) {
            by.put(dimension.toString(), ReportTable.of(report, dimension).tree());
        }
        tree.put("by", by);
        tree.put("advice", AdviceTable.of(report).tree());
        tree.put("without_hindsight", report.unseen());
        tree.put("dearest", report.dearest().stream().map(ReportTree::dear).toList());
        return tree;
    }

    /** Where nothing has a price there is no cost, rather than one of 0. */
    private static void cost(Map<String, Object> tree, Figures figures) {
        if (figures.priced() > 0) {
            tree.put("cost", figures.usd());
        }
    }

    private static void uncounted(Map<String, Object> tree, Figures all) {
        tree.put("without_usage", all.uncounted());
        if (all.uncounted() > 0) {
            tree.put("estimated_tokens", Map.of("input", all.estimatedInput(), "output", all.estimatedOutput()));
        }
    }

    private static Map<String, Object> outcomes(Figures all) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Recall recall : Recall.values()) {
            if (recall != Recall.NOT_ASKED) {
                tree.put(recall.toString(), all.recall(recall));
            }
        }
        return tree;
    }

    private static Map<String, Object> savings(Savings savings) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("measured", savings.all(false).saved());
        tree.put("measured_overspent", savings.all(false).overspent());
        tree.put("estimated", savings.all(true).saved());
        tree.put("estimated_overspent", savings.all(true).overspent());
        List<Object> levers = new ArrayList<>();
        savings.byLever().forEach((lever, amount) -> levers.add(lever(lever, amount)));
        tree.put("levers", levers);
        return tree;
    }

    private static Map<String, Object> lever(Savings.Lever lever, Savings.Amount amount) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("lever", lever.name());
        tree.put("estimated", lever.estimated());
        tree.put("saved", amount.saved());
        tree.put("overspent", amount.overspent());
        return tree;
    }

    private static List<String> needs(Report.Dear dear) {
        return Stream.concat(dear.advice().stream().map(Advice::claim), dear.needs().stream())
                .toList();
    }

    private static Map<String, Object> dear(Report.Dear dear) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("call_site", dear.row().name());
        tree.put("cost", dear.row().figures().usd());
        tree.put("needs", needs(dear));
        return tree;
    }
}
