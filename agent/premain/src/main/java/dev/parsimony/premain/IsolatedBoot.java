// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import java.io.File;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** Builds the agent in a loader of its own, and steps into it by name, since no class here may name one there. */
final class IsolatedBoot implements Boot {
    private static final String ENTRANCE = "dev.parsimony.weaving.Entrance";

    private final AgentJar jar;
    private final Instrumentation instrumentation;
    private final @Nullable String argument;

    IsolatedBoot(AgentJar jar, Instrumentation instrumentation, @Nullable String argument) {
        this.jar = jar;
        this.instrumentation = instrumentation;
        this.argument = argument;
    }

    @Override
    public ClassFileTransformer weaver() throws Exception {
        ClassLoader loader = AgentClassLoader.of(jar);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Libraries look for their services here; they must not find the application's.
        thread.setContextClassLoader(loader);
        try {
            return (ClassFileTransformer) loader.loadClass(ENTRANCE)
                    .getMethod("weaver", Instrumentation.class, File.class, String.class)
                    .invoke(null, instrumentation, jar.file(), argument);
        } catch (InvocationTargetException wrapped) {
            throw wrapped.getCause() instanceof Exception ? (Exception) wrapped.getCause() : wrapped;
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
