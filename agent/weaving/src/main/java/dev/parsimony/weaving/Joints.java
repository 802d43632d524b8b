// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Gate;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The joint loaders that are alive. Both they and the application's loaders are held weakly: a joint loader lives as long as
 * the call sites linked into it, and so does not outlive an application that is undeployed.
 */
final class Joints {
    private final ClassLoader agent;
    private final Function<@Nullable ClassLoader, Gate> gates;
    private final Edges edges;
    private final Map<@Nullable ClassLoader, Map<String, WeakReference<JointLoader>>> alive = new WeakHashMap<>();

    /**
     * No joint yet.
     *
     * @param agent the agent's loader
     * @param gates the gate of each application loader
     * @param edges what drivers need of the outside
     */
    Joints(ClassLoader agent, Function<@Nullable ClassLoader, Gate> gates, Edges edges) {
        this.agent = agent;
        this.gates = gates;
        this.edges = edges;
    }

    private Gate gate(@Nullable ClassLoader application) {
        return CallersGate.isTheJvms(application) ? new CallersGate(gates) : gates.apply(application);
    }

    /** The joint loader of an instrumentation for an application loader, made if there is none. */
    synchronized JointLoader of(Instrumentation instrumentation, @Nullable ClassLoader application) {
        Map<String, WeakReference<JointLoader>> siblings = alive.computeIfAbsent(application, any -> new HashMap<>());
        WeakReference<JointLoader> known = siblings.get(instrumentation.name());
        JointLoader loader = known == null ? null : known.get();
        if (loader == null) {
            loader = new JointLoader(new Joint(instrumentation, application, gate(application), edges), agent);
            siblings.put(instrumentation.name(), new WeakReference<>(loader));
        }
        return loader;
    }
}
