// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.doors.Dispatcher;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Telemetry;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.jspecify.annotations.Nullable;

/**
 * Everything that weaving needs, set up in one JVM.
 *
 * @param gates the gate of each application loader; null is the boot loader
 * @param log where to say what was found
 * @param telemetry where to count it
 * @param own the agent's own loader, whose classes are never woven
 */
public record Loom(Function<@Nullable ClassLoader, Gate> gates, Log log, Telemetry telemetry, ClassLoader own) {
    /**
     * Sets up the dispatcher and its linker.
     *
     * @param jvm the JVM's service for changing classes
     * @param instrumentations all that we know
     * @return what weaves the targets of the instrumentations
     * @throws IllegalStateException if another copy of the agent is at work in this JVM
     * @throws IOException if the agent's jar lacks the dispatcher
     * @throws ReflectiveOperationException if the dispatcher cannot be defined
     */
    public ClassFileTransformer set(
            Instrumentation jvm, Collection<? extends dev.parsimony.weaving.Instrumentation> instrumentations)
            throws IOException, ReflectiveOperationException {
        loadWhatLinkingNeeds();
        ClassLoader agent = Loom.class.getClassLoader();
        Dispatcher dispatcher = Dispatcher.install(jvm);
        Joints joints = new Joints(agent, gates, new Edges(log));
        dispatcher.link(new Linker(byName(instrumentations), joints, log).handle());
        Fabric fabric = new Fabric(dispatcher.bootstrap(), ClassFileLocator.ForClassLoader.of(agent));
        return new Weaver(instrumentations, fabric, log, telemetry, own);
    }

    private static Map<String, dev.parsimony.weaving.Instrumentation> byName(
            Collection<? extends dev.parsimony.weaving.Instrumentation> instrumentations) {
        Map<String, dev.parsimony.weaving.Instrumentation> named = new HashMap<>();
        instrumentations.forEach(one -> named.put(one.name(), one));
        return named;
    }

    /**
     * Loads two classes that linking an {@code invokedynamic} needs, before the first is linked. If a transformer, ours or
     * another agent's, links one while the JVM loads them, JDK 17 ends in a {@code ClassCircularityError} and links no
     * {@code invokedynamic} in this process any more; OpenTelemetry's Java agent found both the hard way.
     */
    private static void loadWhatLinkingNeeds() throws ClassNotFoundException {
        ThreadLocalRandom.current();
        Class.forName("java.lang.invoke.MethodHandle$1", true, null);
    }
}
