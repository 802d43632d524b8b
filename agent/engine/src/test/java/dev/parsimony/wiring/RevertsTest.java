// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RevertsTest {
    private static final Set<String> MARKS = Set.of("prompt_cache");
    private static final String HOST = "api.anthropic.com";
    private static final String MODEL = "claude-sonnet-4-5";

    private final AtomicLong nanos = new AtomicLong();
    private final Reverts reverts = new Reverts(nanos::get);

    @Test
    void blamedStepsRestForAnHour() {
        reverts.blame(MARKS, 1, HOST, MODEL);

        after(Duration.ofMinutes(59));
        assertThat(reverts.rests("prompt_cache", 1, HOST, MODEL)).isTrue();
        after(Duration.ofMinutes(2));
        assertThat(reverts.rests("prompt_cache", 1, HOST, MODEL)).isFalse();
    }

    @Test
    void blamedStepsRestWhereTheyWereAtFaultOnly() {
        reverts.blame(MARKS, 1, HOST, MODEL);

        assertThat(reverts.rests("prompt_cache", 2, HOST, MODEL)).isFalse();
        assertThat(reverts.rests("prompt_cache", 1, "other", MODEL)).isFalse();
        assertThat(reverts.rests("prompt_cache", 1, HOST, "other")).isFalse();
        assertThat(reverts.rests("model", 1, HOST, MODEL)).isFalse();
    }

    @Test
    void acquittedStepsRestForAMinuteForTheWholeClient() {
        reverts.acquit(MARKS, 1);

        after(Duration.ofSeconds(59));
        assertThat(reverts.rests("prompt_cache", 1, "other", "other")).isTrue();
        after(Duration.ofSeconds(2));
        assertThat(reverts.rests("prompt_cache", 1, "other", "other")).isFalse();
    }

    @Test
    void addsStepsToThoseThatRestAlready() {
        reverts.blame(MARKS, 1, HOST, MODEL);
        reverts.blame(Set.of("model"), 1, HOST, MODEL);

        assertThat(reverts.rests("prompt_cache", 1, HOST, MODEL)).isTrue();
        assertThat(reverts.rests("model", 1, HOST, MODEL)).isTrue();
    }

    private void after(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
