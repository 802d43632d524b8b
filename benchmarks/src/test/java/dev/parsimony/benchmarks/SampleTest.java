// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void takesTheValueInTheMiddleForItsMedian() {
        assertThat(new Sample(List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2.0);
    }

    @Test
    void takesTheMeanOfTheTwoInTheMiddleOfAnEvenNumber() {
        assertThat(new Sample(List.of(9.0, 1.0, 2.0, 4.0)).median()).isEqualTo(3.0);
    }

    @Test
    void knowsItsEnds() {
        Sample sample = new Sample(List.of(3.0, -1.0, 2.0));

        assertThat(sample.least()).isEqualTo(-1.0);
        assertThat(sample.greatest()).isEqualTo(3.0);
    }

    @Test
    void isNeverEmpty() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sample(List.of()));
    }
}
