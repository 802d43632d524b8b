// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Passage;
import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.Telemetry;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jspecify.annotations.Nullable;

/** A JVM in which the SDK made for tests is woven wherever an application loads it. */
final class Village {
    /** What was said in the log. */
    static final List<String> SAID = new CopyOnWriteArrayList<>();

    private static final Log LOG = new Log() {
        @Override
        public void say(String line) {
            SAID.add(line);
        }

        @Override
        public void warn(String topic, String line) {
            SAID.add(line);
        }

        @Override
        public void debug(Supplier<String> line) {}
    };
    private static final ClassFileTransformer WEAVER = weaver();

    private Village() {}

    private static ClassFileTransformer weaver() {
        try {
            return loom().set(ByteBuddyAgent.install(), List.of(new Acme(), new AcmeRetries()));
        } catch (IOException | ReflectiveOperationException failure) {
            throw new AssertionError(failure);
        }
    }

    /** What sets the agent up. */
    static Loom loom() {
        return new Loom(loader -> Loader.gate(), LOG, Telemetry.silent(), ClassLoader.getPlatformClassLoader());
    }

    /** A gate that no call passes, only retries. */
    private static final class Gatehouse implements Gate {
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
        public Scope retries() {
            SAID.add("retries begin");
            return () -> SAID.add("retries end");
        }
    }

    /** An application with its own, woven copy of the SDK. */
    static final class Loader extends ClassLoader {
        Loader() {
            super(Village.class.getClassLoader());
        }

        private static Gate gate() {
            return new Gatehouse();
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("com.acme.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            String internal = name.replace('.', '/');
            try (InputStream file = Objects.requireNonNull(getResourceAsStream(internal + ".class"))) {
                byte[] bytes = file.readAllBytes();
                byte[] woven = WEAVER.transform(this, internal, null, null, bytes);
                byte[] chosen = woven == null ? bytes : woven;
                return defineClass(name, chosen, 0, chosen.length);
            } catch (Exception failure) {
                throw new ClassNotFoundException(name, failure);
            }
        }
    }
}
