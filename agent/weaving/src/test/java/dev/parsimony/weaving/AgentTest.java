// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Passage;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgentTest {
    private static final byte[] WOVEN = {1, 2, 3};

    private final List<@Nullable Object> told = new ArrayList<>();
    private final ClassFileTransformer weaver = new ClassFileTransformer() {
        @Override
        public byte[] transform(
                ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
            return WOVEN;
        }
    };
    private final Agent agent = new Agent(weaver, loader -> {
        told.add(loader);
        return new Hearing();
    });

    /** Hears of what an application built. */
    private final class Hearing implements Gate {
        @Override
        public Caller caller() {
            return Caller.unknown();
        }

        @Override
        public Passage open(Call call, Client client, @Nullable Caller caller) {
            return Passage.past(call);
        }

        @Override
        public boolean wants(String method, String path) {
            return false;
        }

        @Override
        public void tellsItself(Object openTelemetry) {
            told.add(openTelemetry);
        }
    }

    @Test
    void weavesAsItsWeaverDoes() throws IllegalClassFormatException {
        assertThat(agent.transform(null, "com/acme/Client", null, null, new byte[0]))
                .isEqualTo(WOVEN);
    }

    @Test
    void tellsTheGateOfItsLoaderOfAnOpenTelemetryThatWasBuiltBefore() {
        Object built = new AgentTest();

        agent.accept(built);

        assertThat(told).containsExactly(AgentTest.class.getClassLoader(), built);
    }
}
