// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {
    private final Histogram histogram = new Histogram();

    @Test
    void isExactForSmallNumbers() {
        for (int i = 1; i <= 63; i++) {
            histogram.add(i);
        }

        assertThat(histogram.percentile(50)).isEqualTo(32);
        assertThat(histogram.percentile(100)).isEqualTo(63);
        assertThat(histogram.percentile(1)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {64, 100, 127, 128, 1_000, 65_535, 1L << 20, 123_456_789_012L, Long.MAX_VALUE / 2})
    void isWithinOnePercentOfAnyNumber(long value) {
        histogram.add(value);

        assertThat((double) histogram.percentile(50)).isCloseTo((double) value, within(value * 0.008));
    }

    @Test
    void isWithinOnePercentOfThePercentilesOfWhatWasCounted() {
        long[] values = new Random(7)
                .longs(100_000, 0, 30)
                .map(n -> (1L << n) + (n * 7919) % (1L << n))
                .toArray();
        for (long value : values) {
            histogram.add(value);
        }
        Arrays.sort(values);

        for (int percent : new int[] {1, 25, 50, 95, 99, 100}) {
            long exact = values[(int) Math.max(0, (long) values.length * percent / 100 - 1)];
            assertThat((double) histogram.percentile(percent))
                    .as("p" + percent)
                    .isCloseTo((double) exact, within(exact * 0.01));
        }
    }

    @Test
    void sumsUpWithAnother() {
        Histogram other = new Histogram();
        histogram.add(10);
        other.add(5_000);
        other.add(20);
        histogram.add(other);

        assertThat(histogram.count()).isEqualTo(3);
        assertThat(histogram.percentile(50)).isEqualTo(20);
        assertThat(other.count()).isEqualTo(2);
    }

    @Test
    void saysNothingWhereNothingWasCounted() {
        assertThat(histogram.percentile(99)).isZero();
    }
}
