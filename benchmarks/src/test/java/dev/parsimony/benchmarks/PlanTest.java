// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void isFullUnlessALookIsAskedFor() {
        assertThat(Plan.of(List.of())).isEqualTo(Plan.full());
        assertThat(Plan.of(List.of("--quick"))).isEqualTo(Plan.quick());
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.of(List.of("--slow")))
                .withMessageContaining("--slow");
    }

    @Test
    void measuresEveryVariantOfASizeNextToTheBareSdk() {
        assertThat(Plan.quick().trials().stream().limit(5).map(Trial::toString))
                .containsExactly(
                        "openai-java, 4 KB, bare SDK",
                        "openai-java, 4 KB, observe",
                        "openai-java, 4 KB, miss",
                        "openai-java, 4 KB, hit",
                        "openai-java, 40 KB, bare SDK");
    }

    @Test
    void measuresBothSdksInThreeSizes() {
        assertThat(Plan.full().trials())
                .hasSize(2 * 3 * Variant.values().length)
                .doesNotHaveDuplicates()
                .last()
                .hasToString("anthropic-java, 1 MB, hit");
    }
}
