// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MachineTest {
    @Test
    void callsTheProcessorAsTheOperatingSystemDoes() {
        assertThat(Machine.processor(List.of("processor\t: 0", "model name\t: Example CPU @ 2.50GHz", "flags\t: fpu")))
                .isEqualTo("Example CPU @ 2.50GHz");
    }

    @Test
    void callsItByItsArchitectureWhereThatIsAllThereIs() {
        assertThat(Machine.processor(List.of())).isEqualTo(System.getProperty("os.arch"));
    }

    @Test
    void saysEverythingThatAFigureDependsOn() {
        assertThat(new Machine("Example CPU", 2, "Linux 6", "OpenJDK 17", LocalDate.of(2026, 11, 21)))
                .hasToString("Example CPU, 2 cores, Linux 6, OpenJDK 17, 2026-11-21");
    }
}
