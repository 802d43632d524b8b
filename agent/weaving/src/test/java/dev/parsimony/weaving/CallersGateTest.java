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
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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

    @Test
    void keepsTheGateOfALoaderForAsLongAsItsCodeIsThere() throws ReflectiveOperationException {
        CallersGate callers = new CallersGate(this::unkept);
        ClassLoader application = new Village.Loader();
        errand(application, "com.acme.sdk.Errand").accept(callers::caller);
        collectGarbage(new WeakReference<>(new Object()));

        errand(application, "com.acme.sdk.Errand").accept(callers::caller);

        assertThat(asked).containsExactly("gate of the JVM", "gate of an application");
    }

    @Test
    void makesOneGateForAllClassesOfALoader() throws ReflectiveOperationException {
        CallersGate callers = new CallersGate(this::unkept);
        ClassLoader application = new Village.Loader();

        errand(application, "com.acme.sdk.Errand").accept(callers::caller);
        errand(application, "com.acme.sdk.Errand$Second").accept(callers::caller);

        assertThat(asked).containsExactly("gate of the JVM", "gate of an application");
    }

    @Test
    void letsAnApplicationGoThatItsGateReaches() throws ReflectiveOperationException {
        CallersGate callers = new CallersGate(this::unkept);
        collectGarbage(callAndForget(callers));

        assertThat(callers.wants("POST", "/v1/messages")).isFalse();
    }

    private static WeakReference<?> callAndForget(CallersGate callers) throws ReflectiveOperationException {
        ClassLoader application = new Village.Loader();
        errand(application, "com.acme.sdk.Errand").accept(callers::caller);
        return new WeakReference<>(application);
    }

    /** Until the garbage collector has come for something; for ever, if that is still held. */
    private static void collectGarbage(WeakReference<?> something) {
        while (something.get() != null) {
            System.gc();
        }
    }

    @SuppressWarnings("unchecked")
    private static Consumer<Runnable> errand(ClassLoader application, String name) throws ReflectiveOperationException {
        return (Consumer<Runnable>) application.loadClass(name).getConstructor().newInstance();
    }

    /** A gate that nobody here keeps, and that reaches its loader. */
    private Gate unkept(@Nullable ClassLoader loader) {
        asked.add(loader == null ? "gate of the JVM" : "gate of an application");
        return new Gate() {
            @Override
            public Caller caller() {
                assertThat(loader).isNotNull();
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
        };
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
