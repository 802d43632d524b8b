// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DispatcherTest {
    @BeforeAll
    static void weave() throws Exception {
        new Village.Loader().loadClass(Acme.TRANSPORT);
    }

    @Test
    void livesWhereEveryClassCanSeeIt() throws Exception {
        Class<?> dispatcher = Class.forName("java.lang.ParsimonyDispatcher", false, null);

        assertThat(dispatcher.getClassLoader()).isNull();
        assertThat(dispatcher.getModule()).isSameAs(Object.class.getModule());
    }

    @Test
    void staysOutWhereAnotherCopyOfTheAgentIsAtWork() {
        assertThatThrownBy(() -> Village.loom().set(ByteBuddyAgent.install(), List.of(new Acme())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("attached to this JVM already");
    }
}
