// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.cli.simulation.Bound;
import dev.parsimony.cli.simulation.Outcome;
import dev.parsimony.cli.simulation.Seasoned;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the table in the README says, held to. */
class CachingProofIT {
    private static final Map<Kind, Outcome> OUTCOMES = new EnumMap<>(Kind.class);

    private static final Seasoned NOTHING = new Seasoned(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ZERO);

    @BeforeAll
    static void play() {
        for (Kind kind : Kind.values()) {
            OUTCOMES.put(kind, CachingTable.outcome(kind));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNeverMoreThanAHundredthAboveTheBillAsSent(Kind kind) {
        Outcome outcome = outcome(kind);

        assertThat(outcome.parsimony()).isLessThanOrEqualTo(times(outcome.asSent(), "1.01"));
    }

    @ParameterizedTest
    @EnumSource
    void isWithinATenthOfTheBound(Kind kind) {
        Outcome outcome = outcome(kind);

        assertThat(outcome.bound().usd()).isPositive().isLessThanOrEqualTo(outcome.parsimony());
        assertThat(outcome.parsimony())
                .isLessThanOrEqualTo(times(outcome.bound().usd(), "1.1"));
    }

    /** Beside one who had its cache filled for nothing by the calls before. */
    @ParameterizedTest
    @EnumSource
    void isWithinATenthOfTheBoundOnceACallSiteIsKnown(Kind kind) {
        Seasoned seasoned = outcome(kind).seasoned();

        assertThat(seasoned.bound()).isPositive().isLessThanOrEqualTo(seasoned.parsimony());
        assertThat(seasoned.parsimony()).isLessThanOrEqualTo(times(seasoned.bound(), "1.1"));
    }

    @Test
    void isBetterThanEveryFixedStrategyOverAll() {
        BigDecimal parsimony = BigDecimal.ZERO;
        BigDecimal bound = BigDecimal.ZERO;
        Map<String, BigDecimal> strategies = new TreeMap<>();
        for (Outcome outcome : OUTCOMES.values()) {
            parsimony = parsimony.add(outcome.parsimony());
            bound = bound.add(outcome.bound().usd());
            outcome.strategies().forEach((name, usd) -> strategies.merge(name, usd, BigDecimal::add));
        }

        assertThat(strategies.values())
                .hasSize(5)
                .allSatisfy(usd -> assertThat(usd).isPositive());
        assertThat(strategies.values().stream().min(BigDecimal::compareTo).orElseThrow())
                .isGreaterThan(parsimony);
        assertThat(parsimony).isLessThanOrEqualTo(times(bound, "1.1"));
    }

    private static Outcome outcome(Kind kind) {
        return OUTCOMES.getOrDefault(
                kind,
                new Outcome(
                        BigDecimal.ZERO, BigDecimal.ONE, new Bound(BigDecimal.ZERO, false), Map.of(), NOTHING, 0, 0));
    }

    private static BigDecimal times(BigDecimal usd, String factor) {
        return usd.multiply(new BigDecimal(factor));
    }
}
