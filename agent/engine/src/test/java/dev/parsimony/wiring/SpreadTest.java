// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Spread spread = new Spread(nanos::get);

    @Test
    void splitsAKeyThatIsUsedMoreThanFifteenTimesAMinute() {
        use(15, Duration.ZERO);
        assertThat(spread.parts("a")).isEqualTo(2);
        assertThat(spread.parts("b")).isEqualTo(1);
    }

    @Test
    void leavesAKeyWholeThatIsUsedLessOften() {
        use(200, Duration.ofSeconds(4));

        assertThat(spread.parts("a")).isEqualTo(1);
    }

    @Test
    void neverJoinsPartsAgainWhileTheKeyIsInUse() {
        use(100, Duration.ZERO);
        assertThat(spread.parts("a")).isEqualTo(8);
        use(50, Duration.ofMinutes(2));
        assertThat(spread.parts("a")).isEqualTo(8);

        nanos.addAndGet(Duration.ofHours(2).toNanos());
        assertThat(spread.parts("a")).isEqualTo(1);
    }

    private void use(int times, Duration apart) {
        for (int i = 0; i < times; i++) {
            spread.parts("a");
            nanos.addAndGet(apart.toNanos());
        }
    }
}
