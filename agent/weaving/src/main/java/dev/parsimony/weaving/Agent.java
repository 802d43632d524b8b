// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Gate;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.security.ProtectionDomain;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The agent, as the classes that wait outside hold it.
 *
 * @param weaver weaves
 * @param gates the gate of each application loader
 */
record Agent(ClassFileTransformer weaver, Function<@Nullable ClassLoader, Gate> gates)
        implements ClassFileTransformer, Consumer<Object> {
    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes)
            throws IllegalClassFormatException {
        return weaver.transform(loader, name, redefined, domain, bytes);
    }

    /** An OpenTelemetry that the application built for itself before the agent was awake. */
    @Override
    public void accept(Object openTelemetry) {
        gates.apply(openTelemetry.getClass().getClassLoader()).tellsItself(openTelemetry);
    }
}
