// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sample, run as {@code mvn -Psample} runs it. */
class SideBySideIT {
    private static Outcome without;
    private static Outcome with;

    @BeforeAll
    static void spendTwoMornings() {
        without = SideBySide.simulatedWithout();
        with = SideBySide.simulatedWith();
    }

    @Test
    void costsLessThanHalfWithTheAgent() {
        assertThat(with.total()).isLessThan(without.total().divide(BigDecimal.valueOf(2)));
    }

    @Test
    void sendsFewerCalls() {
        assertThat(with.calls()).isEqualTo(without.calls() - 6); // the repeated questions
    }

    @Test
    void savesByEachLeverThatItsRulesAndDefaultsPull() {
        assertThat(with.saved()).containsKeys("model", "prompt_cache", "response_cache");
    }

    @Test
    void savesWhatTheProvidersDoNotBill() {
        BigDecimal reckoned =
                sum(with.saved().values()).subtract(sum(with.overspent().values()));

        assertThat(without.total().subtract(with.total())).isPositive();
        assertThat(reckoned).isPositive();
    }

    private static BigDecimal sum(Iterable<BigDecimal> amounts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal amount : amounts) {
            sum = sum.add(amount);
        }
        return sum;
    }
}
