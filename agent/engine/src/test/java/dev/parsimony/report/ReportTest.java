// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.advice.Swap;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Hindsight;
import dev.parsimony.exchange.Recall;
import dev.parsimony.exchange.Usage;
import dev.parsimony.ledger.Gap;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTest {
    private final Report report = new Report(EnumSet.allOf(Dimension.class), 100);

    @Test
    void sumsMoneyExactly() {
        for (int i = 0; i < 10; i++) {
            add(Lines.costing("0.1000000000000000001"));
        }

        assertThat(report.all().usd()).isEqualByComparingTo("1.000000000000000001");
    }

    @ParameterizedTest
    @EnumSource
    void everyBreakdownSumsToTheWhole(Dimension dimension) {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            String site = "com.acme.S" + random.nextInt(400) + ".go";
            add(Lines.costing("0.00" + random.nextInt(1_000_000))
                    .by(site)
                    .to("model-" + random.nextInt(300))
                    .of("t" + random.nextInt(250), Integer.toHexString(random.nextInt(2_000)))
                    .at("2026-11-" + (10 + random.nextInt(19)) + "T00:00:00Z"));
        }

        List<Row> rows = report.by(dimension);

        assertThat(rows.stream().map(row -> row.figures().usd()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(report.all().usd());
        assertThat(rows.stream().mapToLong(row -> row.figures().calls()).sum()).isEqualTo(5_000);
    }

    @Test
    void namesTheDearestFirstAndDaysInTheirOrder() {
        add(Lines.costing("1").by("a.B.c").at("2026-11-21T23:59:59Z"));
        add(Lines.costing("2").by("d.E.f").at("2026-11-20T00:00:00Z"));

        assertThat(report.by(Dimension.CALL_SITE)).extracting(Row::name).containsExactly("d.E.f", "a.B.c");
        assertThat(report.by(Dimension.DAY)).extracting(Row::name).containsExactly("2026-11-20", "2026-11-21");
    }

    @Test
    void sumsTheCallsOfOneRequestHoweverManyRequestsThereAre() {
        Report small = new Report(EnumSet.of(Dimension.REQUEST), 10);
        for (int request = 0; request < 3_000; request++) {
            for (int call = 0; call < 3; call++) {
                small.add(Lines.costing("0.01").of("", "r" + request).line());
            }
        }

        assertThat(small.by(Dimension.REQUEST))
                .hasSize(1_011)
                .filteredOn(row -> !row.name().equals("other"))
                .allMatch(row -> row.figures().calls() == 3);
        assertThat(small.cut(Dimension.REQUEST)).isEqualTo(1_990);
        assertThat(small.all().usd()).isEqualByComparingTo("90");
    }

    @Test
    void tellsATenantThatComesBackInOneRow() {
        Report small = new Report(EnumSet.of(Dimension.TENANT), 10);
        for (int call = 0; call < 3_000; call++) {
            small.add(Lines.costing("0.01").of("t" + call % 300, "").line());
        }

        assertThat(small.by(Dimension.TENANT))
                .hasSize(300)
                .allMatch(row -> row.figures().calls() == 10);
        assertThat(small.cut(Dimension.TENANT)).isZero();
    }

    @Test
    void countsACallThatTwoRulesAppliedToOnce() {
        add(Lines.costing("1").under("a", "b"));
        add(Lines.costing("1"));

        assertThat(report.by(Dimension.RULE)).extracting(Row::name).containsExactlyInAnyOrder("a, b", "no rule");
    }

    @Test
    void keepsWhatHasNoPriceApart() {
        add(Lines.costing("1"));
        add(Lines.costing("1").priced(Cost.unknown("no_usage")));

        assertThat(report.all().usd()).isEqualByComparingTo("1");
        assertThat(report.all().unknown()).containsEntry("no_usage", 1L);
        assertThat(report.all().priced()).isEqualTo(1);
    }

    @Test
    void countsCallsWithoutACountOfTokensAndKeepsEstimatesApart() {
        add(Lines.costing("1").uncounted());
        assertThat(report.all().tellsNoTokens()).isTrue();
        add(Lines.costing("1"));

        assertThat(report.all().tellsNoTokens()).isFalse();
        assertThat(report.all().uncounted()).isEqualTo(1);
        assertThat(report.all().tokens().input()).isEqualTo(1_000);
        assertThat(report.all().estimatedInput()).isEqualTo(70);
        assertThat(report.all().estimatedOutput()).isEqualTo(5);
    }

    @Test
    void flagsWhatRestsOnADisputedPrice() {
        add(Lines.costing("1").priced(Cost.known(new BigDecimal("0.4"), true)));

        assertThat(report.all().disputed()).isEqualTo(1);
        assertThat(report.all().disputedUsd()).isEqualByComparingTo("0.4");
    }

    @Test
    void keepsMeasuredSavingsApartFromEstimatedOnesAndLossesFromBoth() {
        add(Lines.costing("1").saving("model", "0.5", true));
        add(Lines.costing("1").saving("prompt_cache", "0.3", false));
        add(Lines.costing("1").saving("prompt_cache", "-0.1", false));

        assertThat(report.all().savings().all(true).net()).isEqualByComparingTo("0.5");
        assertThat(report.all().savings().all(false))
                .isEqualTo(new Savings.Amount(new BigDecimal("0.3"), new BigDecimal("0.1")));
        assertThat(report.all().savings().overspent()).isEqualByComparingTo("0.1");
    }

    @Test
    void countsNeitherTokensNorTimeOfAnAnswerOfOurs() {
        add(Lines.costing("0").recalled(Recall.HIT));

        assertThat(report.all().local()).isEqualTo(1);
        assertThat(report.all().tokens()).isEqualTo(Tokens.NONE);
        assertThat(report.all().latency().count()).isZero();
    }

    @Test
    void countsAnswersThatWereCutOffAndCallsThatFailed() {
        add(Lines.costing("1").ending(Ending.TRUNCATED, ""));
        add(Lines.costing("1").ending(Ending.OPEN, "429"));

        assertThat(report.all().truncated()).isEqualTo(1);
        assertThat(report.all().failed()).isEqualTo(1);
        assertThat(report.all().latency().count()).isEqualTo(1);
    }

    @Test
    void countsWhatNoLedgerHolds() {
        report.add(new Gap(Lines.NOON, 7));
        report.add(new Gap(Lines.NOON, 2));

        assertThat(report.missing()).isEqualTo(9);
        assertThat(report.all().calls()).isZero();
    }

    @Test
    void advisesByTheHindsightInLines() {
        Hindsight again = new Hindsight(1_000, -1, 1, BigDecimal.ZERO, BigDecimal.ZERO, "");
        for (int i = 0; i < 30; i++) {
            add(Lines.costing("1").by("a.Repeat.go").like("same").seen(again));
        }

        assertThat(report.advice()).singleElement().satisfies(advice -> {
            assertThat(advice.lever()).isEqualTo("response_cache");
            assertThat(advice.seen()).isEqualByComparingTo("30");
        });
        assertThat(report.dearest().get(0).advice()).isEqualTo(report.advice());
        assertThat(report.dearest().get(0).needs()).isEmpty(); // and does not say it twice
        assertThat(report.unseen()).isZero();
    }

    @Test
    void countsCallsWhoseLinesHaveNoHindsightIfTheyCouldHaveHadOne() {
        add(Lines.costing("1"));
        add(Lines.costing("0").recalled(Recall.HIT));
        add(Lines.costing("0").uncounted());

        assertThat(report.unseen()).isEqualTo(1);
        assertThat(report.advice()).isEmpty();
    }

    @Test
    void advisesACheaperModelWhereverTheUserNamesOne() {
        Swap swap = new Swap("gpt-4.1", "gpt-4.1-mini", new BigDecimal("0.5"));
        Report swapping = new Report(Set.of(), 10, call -> Map.of(swap, new BigDecimal("0.8")));
        for (int i = 0; i < 5; i++) {
            swapping.add(Lines.costing("1").line());
        }

        assertThat(swapping.advice()).singleElement().satisfies(advice -> {
            assertThat(advice.lever()).isEqualTo("model");
            assertThat(advice.seen()).isEqualByComparingTo("2");
        });
    }

    @Test
    void saysOfTheDearestCallSitesWhatEachWouldNeed() {
        for (int i = 0; i < 10; i++) {
            add(Lines.costing("1").by("a.Prefix.go").taking(9, Usage.text(8_000, 0, 0, 0, 50, 0)));
            add(Lines.costing("2").by("a.Repeat.go").like("same"));
            add(Lines.costing("3").by("a.Cap.go").ending(Ending.TRUNCATED, ""));
            add(Lines.costing("4").by("a.Loss.go").saving("prompt_cache", "-0.01", false));
            add(Lines.costing("0.1").by("a.Fine.go"));
            add(Lines.costing("0.01").by("a.Cheap.go"));
        }

        assertThat(report.dearest())
                .extracting(dear -> dear.row().name())
                .containsExactly("a.Loss.go", "a.Cap.go", "a.Repeat.go", "a.Prefix.go", "a.Fine.go");
        assertThat(needs(0)).singleElement().asString().contains("cost 0.100000 USD more than it saved");
        assertThat(needs(1)).singleElement().asString().contains("10 of its answers were cut off");
        assertThat(needs(2)).singleElement().asString().contains("9 of its calls repeat", "18.000000 USD");
        assertThat(needs(3)).singleElement().asString().contains("8,000 input tokens a call, 0 %");
        assertThat(needs(4)).isEmpty();
    }

    @Test
    void recommendsNoStablePrefixForEmbeddings() {
        for (int i = 0; i < 10; i++) {
            add(Lines.costing("1").doing("embeddings").taking(9, Usage.text(8_000, 0, 0, 0, 0, 0)));
        }

        assertThat(needs(0)).isEmpty();
    }

    private List<String> needs(int rank) {
        return report.dearest().get(rank).needs();
    }

    private void add(Lines line) {
        report.add(line.line());
    }
}
