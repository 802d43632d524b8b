// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Pepper;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RevertsTest {
    private static final Set<String> MARKS = Set.of("prompt_cache");
    private static final String HOST = "api.anthropic.com";
    private static final String MODEL = "claude-sonnet-4-5";

    private static final Pepper PEPPER = Pepper.of(new Random(1));
    private static final Digest ONE = PEPPER.digest("one");
    private static final Digest TWO = PEPPER.digest("two");

    private final AtomicLong nanos = new AtomicLong();
    private final Reverts reverts = new Reverts(Log.silent(), nanos::get);

    @Test
    void blamedStepsRestForAnHour() {
        reverts.blame(MARKS, ONE, HOST, MODEL);

        after(Duration.ofMinutes(59));
        assertThat(reverts.rests("prompt_cache", ONE, HOST, MODEL)).isTrue();
        after(Duration.ofMinutes(2));
        assertThat(reverts.rests("prompt_cache", ONE, HOST, MODEL)).isFalse();
    }

    @Test
    void blamedStepsRestWhereTheyWereAtFaultOnly() {
        reverts.blame(MARKS, ONE, HOST, MODEL);

        assertThat(reverts.rests("prompt_cache", TWO, HOST, MODEL)).isFalse();
        assertThat(reverts.rests("prompt_cache", ONE, "other", MODEL)).isFalse();
        assertThat(reverts.rests("prompt_cache", ONE, HOST, "other")).isFalse();
        assertThat(reverts.rests("model", ONE, HOST, MODEL)).isFalse();
    }

    @Test
    void acquittedStepsRestForAMinuteForTheWholeAccount() {
        reverts.acquit(MARKS, ONE);

        after(Duration.ofSeconds(59));
        assertThat(reverts.rests("prompt_cache", ONE, "other", "other")).isTrue();
        after(Duration.ofSeconds(2));
        assertThat(reverts.rests("prompt_cache", ONE, "other", "other")).isFalse();
    }

    @Test
    void addsStepsToThoseThatRestAlready() {
        reverts.blame(MARKS, ONE, HOST, MODEL);
        reverts.blame(Set.of("model"), ONE, HOST, MODEL);

        assertThat(reverts.rests("prompt_cache", ONE, HOST, MODEL)).isTrue();
        assertThat(reverts.rests("model", ONE, HOST, MODEL)).isTrue();
    }

    private void after(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
