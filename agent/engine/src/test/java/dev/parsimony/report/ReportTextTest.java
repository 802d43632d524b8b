// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Recall;
import dev.parsimony.ledger.Gap;
import java.math.BigDecimal;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class ReportTextTest {
    private final Report report = new Report(EnumSet.of(Dimension.MODEL), 100);

    @Test
    void showsEachRowAndTheWhole() {
        report.add(Lines.costing("1.5").line());
        report.add(
                Lines.costing("0.25").to("gpt-4o").saving("model", "0.1", true).line());

        assertThat(new ReportText(report, 10).table(Dimension.MODEL))
                .containsExactly(
                        "model    calls  answered here  input tokens  output tokens       USD  saved USD  estimated USD  overspent USD  ms p50/p95/p99  output p50/p95/p99  cut off",
                        "gpt-4.1      1              0         1,000             50  1.500000                                              251/251/251            50/50/50",
                        "gpt-4o       1              0         1,000             50  0.250000                  0.100000                    251/251/251            50/50/50",
                        "all          2              0         2,000            100  1.750000                  0.100000                    251/251/251            50/50/50");
    }

    @Test
    void sumsUpTheRowsThatItDoesNotShow() {
        for (int i = 0; i < 5; i++) {
            report.add(Lines.costing("1").to("m" + i).line());
        }

        assertThat(new ReportText(report, 2).table(Dimension.MODEL))
                .hasSize(5)
                .anyMatch(line -> line.startsWith("3 more      3"));
    }

    @Test
    void showsNoAmountWhereNoneIsKnown() {
        report.add(Lines.costing("1").priced(Cost.unknown("unknown_model")).line());

        assertThat(new ReportText(report, 2).table(Dimension.MODEL).get(1)).doesNotContain("0.0");
        assertThat(new ReportText(report, 2).remarks())
                .containsExactly("without a price, and not in the sum: 1 unknown_model");
    }

    @Test
    void showsNoTokensWhereNoneWereCounted() {
        report.add(Lines.costing("1").uncounted().line());

        assertThat(new ReportText(report, 2).table(Dimension.MODEL).get(1)).matches("gpt-4\\.1 +1 +0 +251/251/251");
        assertThat(new ReportText(report, 2).remarks())
                .contains("without a count of tokens, and not in the sums: 1 call; by estimate 70 input and 5 output"
                        + " tokens");
    }

    @Test
    void showsWhatWasMeasuredAndWhatWasEstimatedAndWhatWasLostApart() {
        report.add(Lines.costing("1").saving("prompt_cache", "0.3", false).line());
        report.add(Lines.costing("1").saving("prompt_cache", "-0.1", false).line());
        report.add(Lines.costing("1").saving("model", "0.2", true).line());

        assertThat(new ReportText(report, 2).table(Dimension.MODEL).get(1))
                .containsPattern("3\\.000000 +0\\.300000 +0\\.200000 +0\\.100000");
    }

    @Test
    void remarksWhatTheSumsDoNotSay() {
        report.add(Lines.costing("1")
                .priced(Cost.known(new BigDecimal("0.4"), true))
                .recalled(Recall.MISS)
                .line());
        report.add(Lines.costing("1").saving("prompt_cache", "0.3", false).line());
        report.add(Lines.costing("1").saving("prompt_cache", "-0.1", false).line());
        report.add(Lines.costing("1").saving("model", "0.2", true).line());
        report.add(new Gap(Lines.NOON, 7));

        assertThat(new ReportText(report, 2).remarks())
                .containsExactly(
                        "low confidence: 1 calls for 0.400000 USD, whose price sources disagree about",
                        "7 calls are missing: the ledger could not be written as fast",
                        "cache: 1 miss",
                        "saved 0.200000 USD: model (estimated)",
                        "saved 0.300000 USD: prompt_cache",
                        "overspent 0.100000 USD: prompt_cache");
    }
}
