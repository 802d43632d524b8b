// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.doors;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The one class of ours that every class can see: {@code java.lang.ParsimonyDispatcher}. It is defined by lookup into the
 * boot loader; appending to the boot class path would switch class-data sharing off for the whole application.
 */
public final class Dispatcher {
    private static final String NAME = "java.lang.ParsimonyDispatcher";

    private final Class<?> type;

    private Dispatcher(Class<?> type) {
        this.type = type;
    }

    /**
     * The dispatcher of this JVM, defined if it is not there yet.
     *
     * @param jvm to open {@code java.lang} to us
     * @throws IOException if the agent's jar lacks its class
     * @throws IllegalAccessException if {@code java.lang} stays closed to us
     */
    public static Dispatcher install(java.lang.instrument.Instrumentation jvm)
            throws IOException, IllegalAccessException {
        try {
            return new Dispatcher(Class.forName(NAME, false, null));
        } catch (ClassNotFoundException first) {
            return new Dispatcher(define(jvm));
        }
    }

    private static Class<?> define(java.lang.instrument.Instrumentation jvm)
            throws IOException, IllegalAccessException {
        Module ours = Dispatcher.class.getModule();
        jvm.redefineModule(
                Object.class.getModule(), Set.of(), Map.of(), Map.of("java.lang", Set.of(ours)), Set.of(), Map.of());
        return MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup())
                .defineClass(classFile());
    }

    private static byte[] classFile() throws IOException {
        String resource = NAME.replace('.', '/') + ".class";
        try (InputStream file = Dispatcher.class.getClassLoader().getResourceAsStream(resource)) {
            if (file == null) {
                throw new IOException(resource + " is missing in the agent's jar");
            }
            return file.readAllBytes();
        }
    }

    /**
     * The method that links a call of advice.
     *
     * @throws NoSuchMethodException if another version of the agent was here first, and has none
     */
    public Method bootstrap() throws NoSuchMethodException {
        return type.getMethod("bootstrap", MethodHandles.Lookup.class, String.class, MethodType.class, Object[].class);
    }

    /**
     * Puts a linker in place.
     *
     * @param linker of type {@code (Lookup, String, MethodType, Object[])CallSite}
     * @throws IllegalStateException if there is one: another copy of the agent is at work in this JVM
     * @throws ReflectiveOperationException if another version of the agent was here first, and has no such place
     */
    public void link(MethodHandle linker) throws ReflectiveOperationException {
        synchronized (type) {
            if (type.getField("linker").get(null) != null) {
                throw new IllegalStateException(
                        "another Parsimony is attached to this JVM already; name the agent once");
            }
            type.getField("linker").set(null, linker);
        }
    }

    /**
     * Puts a lookout in place. Where another copy of the agent has one, that stays.
     *
     * @throws ReflectiveOperationException if another version of the agent was here first, and knows of no doors
     */
    void lookOut(Consumer<Object> lookout) throws ReflectiveOperationException {
        synchronized (type) {
            type.getMethod("knock", Object.class);
            if (type.getField("lookout").get(null) == null) {
                type.getField("lookout").set(null, lookout);
            }
        }
    }

    /** Takes a lookout away again. */
    void lookAway(Consumer<Object> lookout) {
        synchronized (type) {
            try {
                if (lookout.equals(type.getField("lookout").get(null))) {
                    type.getField("lookout").set(null, null);
                }
            } catch (ReflectiveOperationException never) {
                // It would not have been there.
            }
        }
    }
}
