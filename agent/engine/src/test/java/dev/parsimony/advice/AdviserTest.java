// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parsimony.exchange.Hindsight;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls once a minute, two hours long, each for a cent. */
class AdviserTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final int CALLS = 121;
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final Swap SWAP = new Swap("gpt-4o", "gpt-4o-mini", new BigDecimal("0.92"));

    private final Adviser adviser = new Adviser(2);

    @Test
    void drawsWhatWasSeenOutOverAYear() {
        calls("a.B.c", seen(5_000_000, -1, "0", "0", ""));

        Advice advice = adviser.advice((CALLS - 1) * MINUTE).get(0);
        assertThat(advice.seen()).isEqualByComparingTo("1.21");
        assertThat(advice.yearly()).isCloseTo(1.21 * 365 * 12, within(1e-6));
        assertThat(advice.margin()).isCloseTo(1.96 * advice.yearly() / 11, within(1e-6));
    }

    @Test
    void takesLessThanAnHourForOne() {
        for (int i = 0; i < 20; i++) {
            adviser.add("a.B.c", i, CENT, 10, seen(1, -1, "0", "0", ""));
        }

        assertThat(adviser.advice(20).get(0).yearly()).isCloseTo(0.2 * 365 * 24, within(1e-6));
    }

    @Test
    void takesTheWritesOfAPrefixOffItsReads() {
        calls("a.B.c", seen(-1, -1, "0.004", "0", ""));
        adviser.add("a.B.c", 0, CENT, 10, seen(-1, -1, "-0.084", "0", ""));

        assertThat(adviser.advice(MINUTE)).singleElement().satisfies(advice -> {
            assertThat(advice.lever()).isEqualTo("prompt_cache");
            assertThat(advice.seen()).isEqualByComparingTo("0.4");
        });
    }

    @Test
    void saysNothingOfAPrefixThatIsWrittenMoreDearlyThanItIsRead() {
        calls("a.B.c", seen(-1, -1, "0.004", "0", ""));
        calls("a.B.c", seen(-1, -1, "-0.005", "0", ""));

        assertThat(adviser.advice(MINUTE)).isEmpty();
    }

    @Test
    void namesWhatBreaksAPrefixMostOften() {
        calls("a.B.c", seen(-1, -1, "0", "0.001", "system line 2 (a time)"));
        adviser.add("a.B.c", 0, CENT, 10, seen(-1, -1, "0", "0.001", "tool 1"));

        assertThat(adviser.advice(MINUTE).get(0).evidence()).contains("system line 2 (a time) varies");
    }

    @Test
    void guardsWhereEveryCallHasACapFarAboveWhatIsUsed() {
        calls("a.B.c", seen(-1, 4_096, "0", "0", ""));
        calls("d.E.f", seen(-1, 4_096, "0", "0", ""));
        adviser.add("d.E.f", 0, CENT, 10, seen(-1, -1, "0", "0", ""));

        assertThat(adviser.advice(MINUTE)).singleElement().satisfies(advice -> {
            assertThat(advice.site()).isEqualTo("a.B.c");
            assertThat(advice.rule())
                    .isEqualTo("{name: b-c-max-tokens, when: {call_site: \"a.B.c\"}, then: {max_tokens: 64}}");
        });
    }

    @Test
    void reckonsACheaperModelByTheShareThatItHandles() {
        for (int i = 0; i < CALLS; i++) {
            adviser.add("a.B.c", i * MINUTE, SWAP, new BigDecimal("0.005"));
        }

        assertThat(adviser.advice((CALLS - 1) * MINUTE)).singleElement().satisfies(advice -> {
            assertThat(advice.seen()).isEqualByComparingTo("0.5566");
            assertThat(advice.evidence())
                    .isEqualTo(
                            "121 of 121 calls went to gpt-4o, and 92% of such are handled by gpt-4o-mini, as you say;"
                                    + " in place of sample put what tells those apart");
            assertThat(advice.rule())
                    .isEqualTo("{name: b-c-model, when: {call_site: \"a.B.c\", model: gpt-4o, sample: 92%},"
                            + " then: {model: gpt-4o-mini}}");
        });
    }

    @Test
    void saysNothingOfAModelThatIsNoCheaper() {
        for (int i = 0; i < CALLS; i++) {
            adviser.add("a.B.c", i, SWAP, new BigDecimal("-0.005"));
        }

        assertThat(adviser.advice(MINUTE)).isEmpty();
    }

    @Test
    void saysNothingWhereNoRuleCouldNameTheCallSite() {
        calls("", seen(1, -1, "0", "0", ""));

        assertThat(adviser.advice(MINUTE)).isEmpty();
    }

    @Test
    void namesTheLeversOfASiteAndWhatEachWouldSave() {
        calls("a.B.c", seen(1, -1, "0", "0.001", "tool 1"));
        long now = (CALLS - 1) * MINUTE;

        assertThat(adviser.levers("a.B.c")).containsExactlyInAnyOrder("response_cache", "stable_prefix");
        assertThat(adviser.advice(now))
                .hasSize(2)
                .allSatisfy(advice ->
                        assertThat(adviser.yearly("a.B.c", advice.lever(), now)).isEqualTo(advice.yearly()));
        assertThat(adviser.yearly("a.B.c", "prompt_cache", now)).isZero();
        assertThat(adviser.levers("d.E.f")).isEmpty();
        assertThat(adviser.yearly("d.E.f", "prompt_cache", now)).isZero();
    }

    @Test
    void keepsSoManyCallSitesAndNoMore() {
        List.of("a.B.c", "d.E.f", "g.H.i").forEach(site -> calls(site, seen(1, -1, "0", "0", "")));

        assertThat(adviser.advice(MINUTE)).extracting(Advice::site).containsExactly("a.B.c", "d.E.f");
    }

    private void calls(String site, Hindsight hindsight) {
        for (int i = 0; i < CALLS; i++) {
            adviser.add(site, i * MINUTE, CENT, 10, hindsight);
        }
    }

    private static Hindsight seen(long again, long cap, String unread, String broken, String breaker) {
        return new Hindsight(again, cap, 1, new BigDecimal(unread), new BigDecimal(broken), breaker);
    }
}
