// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Gate;
import org.jspecify.annotations.Nullable;

/**
 * Where one copy of an SDK and the agent meet. An advice class asks for its own joint once, when it is initialised.
 *
 * @param instrumentation what is woven
 * @param application the SDK's class loader; null for the boot loader
 * @param gate where calls are handed in
 * @param edges what the drivers need of the outside
 */
public record Joint(
        Instrumentation instrumentation, @Nullable ClassLoader application, Gate gate, Edges edges) {
    /**
     * The joint that an advice class was defined for.
     *
     * @param advice a class of {@link Instrumentation#inside()}
     * @throws ClassCastException if the class was not defined for a joint
     */
    public static Joint of(Class<?> advice) {
        return ((JointLoader) advice.getClassLoader()).joint();
    }

    @Override
    public String toString() {
        return instrumentation.name() + " in " + application;
    }
}
