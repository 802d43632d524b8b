// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.bootstrap.StandIn;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetsTest {
    private static final String HERE = TargetsTest.class.getName().replace('.', '/');
    private final ClassLoader loader = TargetsTest.class.getClassLoader();

    @Test
    void areTheClassesOfTheLines() {
        Targets targets = new Targets(Set.of("sdk/Client", "sdk/Other"));

        assertThat(targets.contain("sdk/Client", null)).isTrue();
        assertThat(targets.contain("sdk/Client", loader)).isTrue();
        assertThat(targets.contain("sdk/Clients", loader)).isFalse();
    }

    @Test
    void areNoneWithoutTheClassThatMustBeBesideThem() {
        Targets targets = new Targets(Set.of("sdk/Core beside " + HERE, "sdk/Lone beside sdk/Missing"));

        assertThat(targets.name("sdk/Core")).isTrue();
        assertThat(targets.contain("sdk/Core", loader)).isTrue();
        assertThat(targets.contain("sdk/Core", null)).isFalse();
        assertThat(targets.contain("sdk/Lone", loader)).isFalse();
    }

    @Test
    void areNoneBesideAnyWhereThereIsNoOther() {
        Targets alone = new Targets(Set.of("sdk/Tracer beside any", "sdk/Missing"));
        Targets inCompany = new Targets(Set.of("sdk/Tracer beside any", "sdk/Missing", HERE));

        assertThat(alone.contain("sdk/Tracer", loader)).isFalse();
        assertThat(inCompany.contain("sdk/Tracer", null)).isFalse();
        assertThat(inCompany.contain("sdk/Tracer", loader)).isTrue();
    }

    @Test
    void areNoneInTheLoadersOfOtherAgents() {
        Targets targets = new Targets(Set.of("sdk/Client"));

        assertThat(targets.contain("sdk/Client", new StandIn())).isFalse();
    }

    @Test
    void areWovenButWakeNobodyBehindADoor() {
        Targets targets = new Targets(Set.of("http/Exchange behind a door"));

        assertThat(targets.name("http/Exchange")).isTrue();
        assertThat(targets.contain("http/Exchange", loader)).isFalse();
        assertThat(targets.isBehindDoor("http/Exchange", loader)).isTrue();
        assertThat(targets.isBehindDoor("http/Exchange", null)).isTrue();
        assertThat(targets.isBehindDoor("http/Exchange", new StandIn())).isFalse();
        assertThat(targets.isBehindDoor("http/Client", loader)).isFalse();
    }

    @Test
    void knowTheirDoors() {
        String line = "http/Client door send http/Request method path";
        Targets targets = new Targets(Set.of(line, "http/Exchange behind a door", "sdk/Client"));

        assertThat(targets.doors()).containsExactly(line);
        assertThat(targets.isDoor("http/Client", loader)).isTrue();
        assertThat(targets.isDoor("http/Client", new StandIn())).isFalse();
        assertThat(targets.isDoor("http/Exchange", loader)).isFalse();
        assertThat(targets.contain("http/Client", loader)).isFalse();
    }

    @Test
    void countForNoneBesideThemBehindADoor() {
        Targets targets = new Targets(Set.of("sdk/Tracer beside any", HERE + " behind a door"));

        assertThat(targets.contain("sdk/Tracer", loader)).isFalse();
    }
}
