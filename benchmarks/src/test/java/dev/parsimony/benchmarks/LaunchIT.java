// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.benchmarks.Launch.Agent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is started to be measured is what it is said to be; how long it takes is nobody's business here. */
class LaunchIT {
    private static Rig rig;

    @BeforeAll
    static void open() {
        rig = Rig.open();
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    @Test
    void seesPremainFromBothSides() {
        Sighting sighting = Launch.HELLO.run(Agent.TIMED, rig);

        assertThat(sighting.door()).isPositive();
        assertThat(sighting.premain()).isPositive();
        assertThat(sighting.whole()).isGreaterThan(sighting.start());
    }

    @Test
    void seesNothingOfPremainWhereNobodyLooks() {
        assertThat(Launch.HELLO.run(Agent.IDLE, rig))
                .extracting(Sighting::door, Sighting::premain)
                .containsExactly(0.0, 0.0);
    }

    @ParameterizedTest
    @EnumSource(names = {"OKHTTP", "APACHE", "JDK"})
    void asksANeighbourWithTheAgentAsWithoutIt(Launch health) {
        assertThat(health.run(Agent.NONE, rig).first()).isPositive();
        assertThat(health.run(Agent.PARSIMONY, rig).first()).isPositive();
    }

    @Test
    void makesTheSamplesCallsWithTheAgentAsWithoutIt() {
        Launch.SAMPLE.run(Agent.NONE, rig);
        int without = rig.simulator().received().size();
        Launch.SAMPLE.run(Agent.PARSIMONY, rig);

        assertThat(rig.simulator().received()).hasSize(without).isNotEmpty();
    }
}
