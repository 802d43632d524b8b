// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.advice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatelyTest {
    private final Lately lately = new Lately();

    @Test
    void tellsHowLongAgoARequestWasMade() {
        assertThat(lately.sinceLast(7, 0, 100)).isNegative();
        assertThat(lately.sinceLast(7, 0, 130)).isEqualTo(30);
        assertThat(lately.sinceLast(7, 0, 131)).isEqualTo(1);
    }

    @Test
    void takesARepeatWithinOneTraceForARetry() {
        lately.sinceLast(7, 5, 100);

        assertThat(lately.sinceLast(7, 5, 110)).isNegative();
        assertThat(lately.sinceLast(7, 6, 120)).isEqualTo(10);
    }

    @Test
    void mayForgetARequestAndNeverMakesOneUp() {
        lately.sinceLast(7, 0, 100);

        assertThat(lately.sinceLast(7 + (1 << 14), 0, 110)).isNegative(); // takes its place
        assertThat(lately.sinceLast(7, 0, 120)).isNegative();
    }

    @Test
    void takesNoEmptyPlaceForTheRequestWhoseHashIsZero() {
        assertThat(lately.sinceLast(0, 0, 100)).isNegative();
        assertThat(lately.sinceLast(0, 0, 0)).isNotNegative();
    }
}
