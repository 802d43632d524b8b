// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;

/**
 * The one class of ours that every class can see: {@code java.lang.ParsimonyDispatcher}. It is defined by lookup into the
 * boot loader; appending to the boot class path would switch class-data sharing off for the whole application.
 */
final class Dispatcher {
    private static final String NAME = "java.lang.ParsimonyDispatcher";

    private final Class<?> type;

    private Dispatcher(Class<?> type) {
        this.type = type;
    }

    /**
     * The dispatcher of this JVM, defined if it is not there yet.
     *
     * @param jvm to open {@code java.lang} to us
     */
    static Dispatcher install(java.lang.instrument.Instrumentation jvm) throws IOException, IllegalAccessException {
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

    /** The method that links a call of advice. */
    Method bootstrap() throws NoSuchMethodException {
        return type.getMethod("bootstrap", MethodHandles.Lookup.class, String.class, MethodType.class, Object[].class);
    }

    /**
     * Puts a linker in place.
     *
     * @throws IllegalStateException if there is one: another copy of the agent is at work in this JVM
     */
    void link(MethodHandle linker) throws ReflectiveOperationException {
        synchronized (type) {
            if (type.getField("linker").get(null) != null) {
                throw new IllegalStateException(
                        "another Parsimony is attached to this JVM already; name the agent once");
            }
            type.getField("linker").set(null, linker);
        }
    }
}
