// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.CallSite;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Draw;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Opening;
import dev.parsimony.exchange.Operation;
import dev.parsimony.exchange.SpanReference;
import dev.parsimony.exchange.Timeline;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final String SITE = "com.acme.Faq.answer";

    private final Comparison comparison = new Comparison();

    @Test
    void measuresWhatCallsCostLessThanThoseLeftAsWritten() {
        for (int i = 0; i < 320; i++) {
            add(SITE, true, i % 32, i % 2 == 0 ? "0.009" : "0.011");
            add(SITE, false, i % 32, i % 2 == 0 ? "0.004" : "0.006");
        }

        assertThat(comparison.results()).singleElement().satisfies(measured -> {
            assertThat(measured.isCertain()).isTrue();
            assertThat(measured.perCall()).isCloseTo(0.005, within(1e-12));
            assertThat(measured.total()).isCloseTo(1.6, within(1e-9));
            assertThat(measured.control()).isEqualTo(320);
            assertThat(measured.treated()).isEqualTo(320);
        });
    }

    @Test
    void measuresALossAsWell() {
        for (int i = 0; i < 320; i++) {
            add(SITE, true, i % 32, "0.001");
            add(SITE, false, i % 32, "0.002");
        }

        assertThat(comparison.results()).singleElement().satisfies(measured -> {
            assertThat(measured.isCertain()).isTrue();
            assertThat(measured.perCall()).isNegative();
        });
    }

    @Test
    void claimsADifferenceThatIsNotThereOnceInTwentyTimesAtMost() {
        Random random = new Random(7);
        int claims = 0;
        for (int trial = 0; trial < 1000; trial++) {
            Comparison chance = new Comparison();
            for (int conversation = 0; conversation < 600; conversation++) {
                boolean control = random.nextInt(5) == 0;
                int group = random.nextInt(Draw.GROUPS);
                long level = 1L + random.nextInt(50); // calls of one conversation are alike, and conversations are not
                for (int call = random.nextInt(6); call >= 0; call--) {
                    chance.add(exchange(SITE, control, group, Cost.known(BigDecimal.valueOf(level, 3), false)));
                }
            }
            claims += chance.results().stream().anyMatch(Measured::isCertain) ? 1 : 0;
        }

        assertThat(claims).isLessThanOrEqualTo(65); // 50 of 1000 is one in twenty; two standard deviations above
    }

    @Test
    void claimsNothingByAFewCalls() {
        for (int i = 0; i < 29; i++) {
            add(SITE, true, i, "0.010");
            add(SITE, false, i, "0.001");
        }

        assertThat(comparison.results()).noneMatch(Measured::isCertain);
    }

    @Test
    void claimsNothingByTheCallsOfAFewConversations() {
        for (int i = 0; i < 1000; i++) {
            add(SITE, true, i % 9, "0.010");
            add(SITE, false, i % 32, "0.001");
        }

        assertThat(comparison.results()).noneMatch(Measured::isCertain);
    }

    @Test
    void claimsNothingWhereManyCallsHaveNoPrice() {
        for (int i = 0; i < 320; i++) {
            add(SITE, true, i % 32, "0.010");
            add(SITE, false, i % 32, "0.001");
            if (i % 10 == 0) {
                comparison.add(exchange(SITE, true, i % 32, Cost.unknown("no_usage")));
            }
        }

        assertThat(comparison.results()).noneMatch(Measured::isCertain);
    }

    @Test
    void comparesNoCallThatFailedOrOfWhichNothingWasDrawn() {
        Exchange failed = exchange(SITE, true, 1, Cost.unknown("no_answer"));
        failed.failed("500");
        comparison.add(failed);
        Exchange undrawn = new Exchange(failed.opening(), new Timeline(() -> 0));
        undrawn.cost(Cost.known(BigDecimal.ONE, false));
        comparison.add(undrawn);

        assertThat(comparison.results()).isEmpty();
    }

    @Test
    void tellsCallSitesApartAndPutsTheGreatestCertainDifferenceFirst() {
        for (int i = 0; i < 320; i++) {
            for (int site = 1; site < 4; site++) {
                add("com.acme.Site" + site + ".call", true, i % 32, "0.00" + (1 + site));
                add("com.acme.Site" + site + ".call", false, i % 32, "0.001");
            }
            add("com.acme.Same.call", true, i % 32, "0.001");
            add("com.acme.Same.call", false, i % 32, "0.001");
        }

        assertThat(comparison.results())
                .extracting(Measured::site)
                .containsExactly(
                        "com.acme.Site3.call", "com.acme.Site2.call", "com.acme.Site1.call", "com.acme.Same.call");
    }

    private void add(String site, boolean control, int group, String usd) {
        comparison.add(exchange(site, control, group, Cost.known(new BigDecimal(usd), false)));
    }

    private static Exchange exchange(String site, boolean control, int group, Cost cost) {
        Exchange exchange = new Exchange(
                new Opening(
                        Instant.parse("2026-11-21T12:00:00Z"),
                        "test",
                        Operation.CHAT,
                        "openai.chat",
                        "openai",
                        new Address("https", "api.openai.com", -1),
                        "gpt-4.1",
                        false,
                        new Caller(new CallSite(site, 1), "main", SpanReference.none(), Map.of()),
                        ""),
                new Timeline(() -> 0));
        exchange.draw(new Draw(control, group));
        exchange.cost(cost);
        return exchange;
    }
}
