// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairsTest {
    @Test
    void comparesRoundByRoundSoThatADriftOfTheMachineDoesNotCount() {
        Pairs pairs = Pairs.of(List.of(10.0, 20.0, 40.0), List.of(12.0, 22.0, 43.0));

        assertThat(pairs.added()).isEqualTo(new Sample(List.of(2.0, 2.0, 3.0)));
    }

    @Test
    void saysHowManyTimesAsMuchItIs() {
        Pairs pairs = Pairs.of(List.of(10.0, 20.0), List.of(20.0, 30.0));

        assertThat(pairs.ratio()).isEqualTo(new Sample(List.of(2.0, 1.5)));
    }

    @Test
    void refusesARoundThatWasMeasuredOnOneSideOnly() {
        assertThatIllegalArgumentException().isThrownBy(() -> Pairs.of(List.of(1.0), List.of(1.0, 2.0)));
    }
}
