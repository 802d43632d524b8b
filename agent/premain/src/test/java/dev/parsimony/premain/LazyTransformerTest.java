// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LazyTransformerTest {
    private static final byte[] WOVEN = {1, 2, 3};
    private static final byte[] DOOR = {4, 5, 6};
    private static final String BEHIND = LazyTransformerTest.class.getName().replace('.', '/');
    private static final String LINE = "http/Client door send http/Request method path";

    private final Agent agent = new Agent();
    private final List<Class<?>> woven = new ArrayList<>();
    private final LazyTransformer transformer = new LazyTransformer(
            jvm(), new Targets(Set.of("sdk/Client", "sdk/Other", LINE, BEHIND + " behind a door")), agent);

    /** Builds an agent that changes every class it is asked about into the same bytes. */
    private static final class Agent implements Boot {
        private int boots;
        private int hangings;
        private List<String> doors = List.of();
        private Runnable wake = () -> {};
        private Runnable meanwhile = () -> {};
        private List<Object> kept = List.of();
        private final List<Object> told = new ArrayList<>();

        @Override
        public ClassFileTransformer weaver() {
            boots++;
            meanwhile.run();
            return new Telling(WOVEN, told);
        }

        @Override
        public ClassFileTransformer doors(List<String> lines, Runnable waking) {
            hangings++;
            doors = lines;
            wake = waking;
            return new Telling(DOOR, kept);
        }
    }

    @Test
    void bootsNothingForAClassThatIsNoTarget() {
        assertThat(transform("com/acme/Shop")).isNull();
        assertThat(transform(null)).isNull();
        assertThat(agent.boots).isZero();
    }

    @Test
    void bootsOnceAndHandsEveryTargetOver() {
        assertThat(transform("sdk/Client")).isEqualTo(WOVEN);
        assertThat(transform("sdk/Other")).isEqualTo(WOVEN);
        assertThat(agent.boots).isEqualTo(1);
    }

    @Test
    void staysOutForGoodWhenTheBootFails() {
        agent.meanwhile = () -> {
            throw new NoClassDefFoundError("missing");
        };

        assertThat(transform("sdk/Client")).isNull();
        assertThat(transform("sdk/Client")).isNull();
        assertThat(agent.boots).isEqualTo(1);
    }

    @Test
    void leavesATargetAloneThatTheBootItselfLoads() {
        agent.meanwhile = () -> assertThat(transform("sdk/Other")).isNull();

        assertThatCode(() -> assertThat(transform("sdk/Client")).isEqualTo(WOVEN))
                .doesNotThrowAnyException();
    }

    @Test
    void putsDoorsInWithoutBooting() {
        assertThat(transform("http/Client")).isEqualTo(DOOR);
        assertThat(transform("http/Client")).isEqualTo(DOOR);
        assertThat(transform(BEHIND)).isNull();

        assertThat(agent.hangings).isEqualTo(1);
        assertThat(agent.doors).containsExactly(LINE);
        assertThat(agent.boots).isZero();
        assertThat(woven).isEmpty();
    }

    @Test
    void bootsAndWeavesWhatIsBehindADoorWhenSomethingComesThroughIt() {
        transform("http/Client");

        agent.wake.run();
        agent.wake.run();

        assertThat(agent.boots).isEqualTo(1);
        assertThat(woven).containsExactly(LazyTransformerTest.class);
    }

    @Test
    void tellsTheAgentWhatCameByDoorsThatKeepIt() {
        agent.kept = List.of("a", "b");
        transform("http/Client");

        agent.wake.run();

        assertThat(agent.told).containsExactly("a", "b");
    }

    @Test
    void weavesWhatIsBehindADoorAsItIsLoadedOnceItIsAwake() {
        transform("sdk/Client");

        assertThat(transform(BEHIND)).isEqualTo(WOVEN);
        assertThat(woven).isEmpty();
    }

    @Test
    void weavesNothingBehindADoorWhereTheBootFails() {
        agent.meanwhile = () -> {
            throw new NoClassDefFoundError("missing");
        };
        transform("http/Client");

        agent.wake.run();

        assertThat(woven).isEmpty();
    }

    @Test
    void wakesUndisturbedAndLeavesTheThreadInterruptedAsItWas() {
        agent.meanwhile =
                () -> assertThat(Thread.currentThread().isInterrupted()).isFalse();
        transform("http/Client");
        Thread.currentThread().interrupt();

        agent.wake.run();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(woven).hasSize(1);
    }

    /** Changes every class into the same bytes, is told of things and tells of them. */
    private static final class Telling implements ClassFileTransformer, Consumer<Object>, Iterable<Object> {
        private final byte[] bytes;
        private final List<Object> things;

        Telling(byte[] bytes, List<Object> things) {
            this.bytes = bytes;
            this.things = things;
        }

        @Override
        public byte[] transform(
                ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] before) {
            return bytes;
        }

        @Override
        public void accept(Object thing) {
            things.add(thing);
        }

        @Override
        public Iterator<Object> iterator() {
            return things.iterator();
        }
    }

    /** A JVM in which this class and one of its own are loaded; asked for more, it weaves. */
    private Instrumentation jvm() {
        return (Instrumentation) Proxy.newProxyInstance(
                LazyTransformerTest.class.getClassLoader(),
                new Class<?>[] {Instrumentation.class},
                (self, method, given) -> {
                    if (method.getName().equals("getAllLoadedClasses")) {
                        return new Class<?>[] {String.class, LazyTransformerTest.class};
                    }
                    woven.addAll(List.of((Class<?>[]) Objects.requireNonNull(given)[0]));
                    return null;
                });
    }

    private byte @Nullable [] transform(@Nullable String name) {
        try {
            return transformer.transform(null, name, null, null, new byte[0]);
        } catch (IllegalClassFormatException e) {
            throw new AssertionError(e);
        }
    }
}
