// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.benchmarks.Launch.Agent;
import org.junit.jupiter.api.Test;

class StartupReportTest {
    private final Startup startup = new Startup();
    private final StartupReport report = new StartupReport(startup);

    StartupReportTest() {
        for (int round = 0; round < 3; round++) {
            for (Launch launch : Launch.values()) {
                startup.add(launch, Agent.NONE, new Sighting(40 + round, 20, 60, 50, 10, 0, 0));
                startup.add(launch, Agent.IDLE, new Sighting(50 + round, 20, 60, 50, 10, 0, 0));
                startup.add(launch, Agent.PARSIMONY, new Sighting(60 + 2 * round, 300, 400, 110, 35, 0, 0));
                startup.add(launch, Agent.TIMED, new Sighting(60, 300, 400, 110, 35, 7, 1.5));
            }
        }
    }

    @Test
    void showsTimesAsTheMedianOfPairsAndTheirRange() {
        assertThat(report.times().toString().lines())
                .anyMatch(line -> line.matches("\\| premain +\\| +\\| +\\| +\\+1.50 ms \\(1.50 to 1.50\\) \\| +\\|"))
                .anyMatch(
                        line -> line.matches(
                                "\\| hello world, until main +\\| 41.0 ms \\| 62.0 ms \\| \\+21.0 ms \\(20.0 to 22.0\\) \\| 1.51x \\|"));
    }

    @Test
    void showsMemoryOfEachApplicationAsTheSystemAndAsTheJvmSeesIt() {
        assertThat(report.memory().toString().lines().skip(2))
                .hasSize(2 * Launch.values().length)
                .first()
                .asString()
                .startsWith("| hello world, resident ")
                .contains("+60.0 MB (60.0 to 60.0)");
    }

    @Test
    void judgesPremainAndTheFirstSdkClass() {
        assertThat(report.aims())
                .containsExactly(
                        new Aim("premain", 2, 1.5, Unit.MILLISECONDS),
                        new Aim("the first SDK class: time", 300, 280, Unit.MILLISECONDS),
                        new Aim("the first SDK class: memory", 50, 60, Unit.MEGABYTES));
    }
}
