// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parsimony.telemetry.Findings.Advised;
import dev.parsimony.telemetry.signals.Calls;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final Advised REUSE = new Advised(Calls.SITE, "response_cache");

    private final AtomicLong nanos = new AtomicLong();
    private final Findings findings = new Findings(nanos::get);

    @Test
    void adviseNothingByAFewCalls() {
        repeat(19);

        assertThat(findings.advised()).isEmpty();
    }

    @Test
    void reckonWhatIsAdvisedWhenSomebodyLooks() {
        repeat(20);

        assertThat(findings.advised()).containsExactly(REUSE);
        assertThat(findings.yearly(REUSE)).isCloseTo(20 * 0.00125 * 365 * 24, within(1e-6)); // an hour at the least
        nanos.set(Duration.ofHours(10).toNanos());
        assertThat(findings.yearly(REUSE)).isCloseTo(20 * 0.00125 * 36.5 * 24, within(1e-6));
    }

    @Test
    void areAnotherSetOnlyWhenSomethingComesToIt() {
        repeat(20);
        Set<Advised> before = findings.advised();
        repeat(20);

        assertThat(findings.advised()).isSameAs(before);
    }

    @Test
    void takeNoAdviceFromACallThatNobodyLookedAt() {
        for (int i = 0; i < 30; i++) {
            findings.advise(new Calls().answered());
            findings.advise(new Calls().hit());
        }

        assertThat(findings.advised()).isEmpty();
    }

    private void repeat(int times) {
        for (int i = 0; i < times; i++) {
            findings.advise(new Calls().repeated());
        }
    }
}
