// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AimTest {
    @Test
    void isMetBelowItsLimitOnly() {
        assertThat(new Aim("premain", 2, 1.99, Unit.MILLISECONDS).isMet()).isTrue();
        assertThat(new Aim("premain", 2, 2, Unit.MILLISECONDS).isMet()).isFalse();
    }

    @Test
    void isMissedWhereNothingCouldBeMeasured() {
        assertThat(new Aim("memory", 50, Double.NaN, Unit.MEGABYTES).isMet()).isFalse();
    }

    @Test
    void saysInATableWhetherItIsMet() {
        Table table = Aim.table(
                List.of(new Aim("premain", 2, 1, Unit.MILLISECONDS), new Aim("hit", 40, 41, Unit.MICROSECONDS)));

        assertThat(table.toString().lines().skip(2))
                .containsExactly(
                        "| premain | 2.00 ms |  1.00 ms |    met |", "| hit     | 40.0 µs |  41.0 µs | missed |");
    }
}
