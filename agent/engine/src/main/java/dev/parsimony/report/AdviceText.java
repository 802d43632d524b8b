// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.report;

import dev.parsimony.advice.Advice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Advice as people read it.
 *
 * @param report what it is of
 */
record AdviceText(Report report) {
    /** What a piece of advice claims, and the rule to paste. */
    static List<String> lines(Advice advice) {
        return List.of(advice.claim(), "  - " + advice.rule());
    }

    /** What else could be saved than at the dearest call sites, and how far all that is known. */
    List<String> others(int most) {
        List<Advice> all = report.advice();
        Set<String> told =
                report.dearest().stream().map(dear -> dear.row().name()).collect(Collectors.toSet());
        List<Advice> others =
                all.stream().filter(one -> !told.contains(one.site())).toList();
        List<String> lines = new ArrayList<>();
        others.stream().limit(most).forEach(one -> {
            lines.add(one.site());
            lines(one).forEach(line -> lines.add("  " + line));
        });
        if (others.size() > most) {
            lines.add(Amounts.text((long) others.size() - most) + " more such");
        }
        if (!all.isEmpty()) {
            lines.add("what could be saved a year is estimated from " + time(report.advisedBy())
                    + " of calls; each by itself, two may save the same dollar");
        }
        unseen(lines);
        return lines;
    }

    private void unseen(List<String> lines) {
        if (report.unseen() > 0) {
            lines.add("what could be saved is not known of " + Amounts.text(report.unseen())
                    + " calls, whose lines have no hindsight: the agent writes it, whatever ledger.content is");
        }
    }

    private static String time(Duration time) {
        if (time.toHours() < 1) {
            return "less than an hour, taken for one,";
        }
        return time.toDays() < 2
                ? String.format(Locale.ROOT, "%.1f hours", time.toMinutes() / 60.0)
                : String.format(Locale.ROOT, "%.1f days", time.toHours() / 24.0);
    }
}
