// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.cli.simulation.TrafficCall;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KindTest {
    @ParameterizedTest
    @EnumSource
    void hasAtLeastFiveHundredCallsAndIsTheSameEachTime(Kind kind) {
        byte[] file = kind.file();

        assertThat(TrafficCall.read(file)).hasSizeGreaterThanOrEqualTo(500);
        assertThat(kind.file()).isEqualTo(file);
    }
}
