// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {
    @Test
    void readsWhatIsResidentFromTheOperatingSystem() {
        List<String> status = List.of("Name:\tjava", "VmHWM:\t  204800 kB", "VmRSS:\t  102400 kB", "Threads:\t20");

        assertThat(Memory.resident(status)).isEqualTo(100);
    }

    @Test
    void isNotANumberWhereTheOperatingSystemDoesNotSay() {
        assertThat(Memory.resident(List.of("Name:\tjava"))).isNaN();
    }

    @Test
    void seesWhatIsInUse() {
        double before = Memory.live();
        byte[] kept = new byte[32 * 1024 * 1024];

        assertThat(Memory.live() - before).isBetween(28.0, 40.0);
        assertThat(kept).isNotEmpty();
    }
}
