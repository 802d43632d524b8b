// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SightingTest {
    private static final Sighting SEEN = new Sighting(80.25, 1.5, 120, 45.5, 6.125, 3, 0.75);

    @Test
    void isReadAgainFromWhatTheApplicationPrinted() {
        assertThat(Sighting.in("hello\n" + SEEN.line() + "\n")).isEqualTo(SEEN);
    }

    @Test
    void isMissingWhereTheApplicationDidNotComeToItsEnd() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sighting.in("hello\n"))
                .withMessageContaining("hello");
    }
}
