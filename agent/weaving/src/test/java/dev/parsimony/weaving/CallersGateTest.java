// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Passage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallersGateTest {
    private final List<String> asked = new ArrayList<>();
    private final Map<@Nullable ClassLoader, Gate> made = new HashMap<>();
    private final ClassLoader webApplication = new ClassLoader("web application", null) {};
    private final CallersGate gate = new CallersGate(this::gate);

    /** Notes the name of its loader when it is asked for something. */
    private Gate gate(@Nullable ClassLoader loader) {
        String name = loader == null ? "boot" : String.valueOf(loader.getName());
        Gate one = new Gate() {
            @Override
            public Caller caller() {
                asked.add("caller " + name);
                return Caller.unknown();
            }

            @Override
            public Passage open(Call call, Client client, @Nullable Caller caller) {
                asked.add("open " + name);
                return Passage.past(call);
            }

            @Override
            public boolean wants(String method, String path) {
                asked.add("wants " + name);
                return true;
            }
        };
        assertThat(made.put(loader, one)).isNull();
        return one;
    }

    @Test
    void opensTheGateOfTheNearestCodeThatIsNeitherTheJvmsNorOurs() {
        open(); // JUnit's
        open();
        gate.caller();

        assertThat(asked).containsExactly("open app", "open app", "caller app");
    }

    @Test
    void opensTheGateOfTheThreadsOwnLoaderWhereNoCodeIsNear() throws InterruptedException {
        onThreadOf(webApplication);

        assertThat(asked).containsExactly("open web application");
    }

    @Test
    void opensTheJvmsGateWhereNobodyIsKnown() throws InterruptedException {
        onThreadOf(null);

        assertThat(asked).containsExactly("open boot");
    }

    @Test
    void asksTheJvmsGateWhatIsTheSameForAll() {
        assertThat(gate.wants("POST", "/v1/messages")).isTrue();
        assertThat(gate.hurries("POST", "/v1/messages")).isFalse();

        assertThat(asked).containsExactly("wants boot");
    }

    private void open() {
        Call call = new Call("POST", Address.unknown(), "/", "", Headers.none(), new byte[0]);
        gate.open(call, new Client("java.net.http", 1, () -> null), null);
    }

    private void onThreadOf(@Nullable ClassLoader loader) throws InterruptedException {
        Thread thread = new Thread(this::open);
        thread.setContextClassLoader(loader);
        thread.start();
        thread.join();
    }
}
