// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitTest {
    @Test
    void writesAsManyDigitsAsCount() {
        assertThat(Unit.MILLISECONDS.write(1.2345)).isEqualTo("1.23 ms");
        assertThat(Unit.MILLISECONDS.write(12.345)).isEqualTo("12.3 ms");
        assertThat(Unit.MILLISECONDS.write(1234.5)).isEqualTo("1235 ms");
    }

    @Test
    void writesAFactorWithoutASpace() {
        assertThat(Unit.TIMES.write(0.5)).isEqualTo("0.50x");
    }

    @Test
    void showsWhetherSomethingWasAddedOrSaved() {
        assertThat(Unit.MEGABYTES.writeAdded(3)).isEqualTo("+3.00 MB");
        assertThat(Unit.KILOBYTES.writeAdded(-30)).isEqualTo("-30.0 KB");
    }
}
