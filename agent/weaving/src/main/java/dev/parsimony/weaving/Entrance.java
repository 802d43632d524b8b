// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.DaemonThreads;
import dev.parsimony.exchange.Environment;
import dev.parsimony.wiring.Engine;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Where the classes that wait outside step into the agent's own loader, by name. They do so while the JVM loads the first
 * class of an SDK and holds a lock for it: nothing here waits, goes out to the network or touches a class of the
 * application.
 */
public final class Entrance {
    private Entrance() {}

    /**
     * Builds the agent.
     *
     * @param jvm the JVM's service for changing classes
     * @param jar the agent's jar
     * @param argument what stands behind {@code =} in the agent's flag, or null
     * @return what weaves the classes that are waited for, and is told of the OpenTelemetry that was built before
     * @throws Exception if the agent must stay out; its message says why
     */
    public static ClassFileTransformer weaver(
            java.lang.instrument.Instrumentation jvm, File jar, @Nullable String argument) throws Exception {
        ClassLoader own = Entrance.class.getClassLoader();
        String version = version(jar);
        Engine engine = Engine.start(Objects.requireNonNullElse(argument, ""), Environment.ofProcess(), own, version);
        Loom loom = new Loom(engine::gate, engine.log(), engine.telemetry(), own);
        ClassFileTransformer weaver = loom.set(jvm, instrumentations(own));
        engine.log().say(version + " " + engine);
        DaemonThreads.of("parsimony-start", engine::tend).start();
        return new Agent(weaver, engine::gate);
    }

    private static List<Instrumentation> instrumentations(ClassLoader own) {
        return ServiceLoader.load(Instrumentation.class, own).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static String version(File jar) throws IOException {
        try (JarFile open = new JarFile(jar, false)) {
            return Objects.requireNonNullElse(
                    open.getManifest().getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION), "");
        }
    }
}
