// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.advice.Advice;
import dev.parsimony.price.Money;
import dev.parsimony.report.Report;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Advice for spreadsheets and programs: a row for each lever at each call site, each by itself. All amounts are estimates. */
final class AdviceTable {
    private static final int CENTS = 2;
    private static final List<String> HEADINGS =
            List.of("call_site", "lever", "yearly_usd", "margin_usd", "seen_usd", "evidence", "rule");

    private AdviceTable() {}

    /** All advice of a report, the greatest saving first. */
    static Table of(Report report) {
        return new Table(
                HEADINGS, report.advice().stream().map(AdviceTable::cells).toList());
    }

    private static List<String> cells(Advice advice) {
        return List.of(
                advice.site(),
                advice.lever(),
                cents(advice.yearly()),
                cents(advice.margin()),
                Money.plain(advice.seen()),
                advice.evidence(),
                advice.rule());
    }

    private static String cents(double usd) {
        return BigDecimal.valueOf(usd).setScale(CENTS, RoundingMode.HALF_UP).toPlainString();
    }
}
