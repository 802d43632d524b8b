// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.bootstrap.StandIn;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetsTest {
    private final Targets targets = new Targets(Set.of("sdk/Client", "?sdk/Companion"));

    @Test
    void knowTheirNamesAndThoseOfCompanions() {
        assertThat(targets.name("sdk/Client")).isTrue();
        assertThat(targets.name("sdk/Companion")).isTrue();
        assertThat(targets.name("?sdk/Companion")).isFalse();
        assertThat(targets.name("com/acme/Shop")).isFalse();
    }

    @Test
    void wakeWhereverTheyAppear() {
        assertThat(targets.wake("sdk/Client", null)).isTrue();
        assertThat(targets.wake("sdk/Companion", null)).isFalse();
    }

    @Test
    void leaveTheLoadersOfOtherAgentsAlone() {
        assertThat(Targets.isOfAnotherAgent(null)).isFalse();
        assertThat(Targets.isOfAnotherAgent(TargetsTest.class.getClassLoader())).isFalse();
        assertThat(Targets.isOfAnotherAgent(new StandIn())).isTrue();
    }
}
