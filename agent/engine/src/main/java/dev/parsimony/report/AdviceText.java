// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.report;

import dev.parsimony.advice.Advice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Advice as people read it.
 *
 * @param report what it is of
 */
record AdviceText(Report report) {
    /** A heading and two lines each, the second with the rule to paste; then what no advice is of. */
    List<String> lines(int most) {
        List<Advice> all = report.advice();
        List<String> lines = new ArrayList<>();
        if (!all.isEmpty()) {
            lines.add("what could be saved, estimated from " + time(report.advisedBy())
                    + " of calls; each by itself, two may save the same dollar");
        }
        all.stream().limit(most).forEach(one -> {
            lines.add(one.site() + " " + one.claim());
            lines.add("  - " + one.rule());
        });
        if (all.size() > most) {
            lines.add(Amounts.text((long) all.size() - most) + " more");
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
