// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import java.io.File;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the agent in a loader of its own, and steps into it by name, since no class here may name one there. */
final class IsolatedBoot implements Boot {
    private static final String ENTRANCE = "dev.parsimony.weaving.Entrance";
    private static final String DOORS = "dev.parsimony.doors.Doors";

    private final AgentJar jar;
    private final Instrumentation instrumentation;
    private final @Nullable String argument;
    private @Nullable ClassLoader loader;

    IsolatedBoot(AgentJar jar, Instrumentation instrumentation, @Nullable String argument) {
        this.jar = jar;
        this.instrumentation = instrumentation;
        this.argument = argument;
    }

    @Override
    public ClassFileTransformer weaver() throws Exception {
        return call(
                ENTRANCE,
                "weaver",
                new Class<?>[] {Instrumentation.class, File.class, String.class},
                instrumentation,
                jar.file(),
                argument);
    }

    @Override
    public ClassFileTransformer doors(List<String> lines, Runnable wake) throws Exception {
        return call(
                DOORS,
                "hang",
                new Class<?>[] {Instrumentation.class, Collection.class, String.class, Runnable.class},
                instrumentation,
                lines,
                argument,
                wake);
    }

    private ClassFileTransformer call(String owner, String method, Class<?>[] types, @Nullable Object... arguments)
            throws Exception {
        ClassLoader own = loader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Libraries look for their services here; they must not find the application's.
        thread.setContextClassLoader(own);
        try {
            return (ClassFileTransformer)
                    own.loadClass(owner).getMethod(method, types).invoke(null, arguments);
        } catch (InvocationTargetException wrapped) {
            throw wrapped.getCause() instanceof Exception ? (Exception) wrapped.getCause() : wrapped;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private synchronized ClassLoader loader() throws Exception {
        if (loader == null) {
            loader = AgentClassLoader.of(jar);
        }
        return loader;
    }
}
