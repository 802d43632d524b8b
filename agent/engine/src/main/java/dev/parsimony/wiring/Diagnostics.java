// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mapped diagnostic context of the application's logging, Logback's by SLF4J and Log4j's own, found from one of its class
 * loaders. Looked for when a tenant is first to be read from it, on the application's own thread, so that its logging is
 * never set up by us.
 */
final class Diagnostics {
    private static final List<String> CONTEXTS = List.of("org.slf4j.MDC", "org.apache.logging.log4j.ThreadContext");

    private final List<MethodHandle> getters;

    private Diagnostics(List<MethodHandle> getters) {
        this.getters = getters;
    }

    /**
     * Finds the contexts that a loader sees.
     *
     * @param loader the application's loader; null for the boot loader
     */
    static Diagnostics seenFrom(@Nullable ClassLoader loader) {
        List<MethodHandle> getters = new ArrayList<>();
        for (String name : CONTEXTS) {
            find(name, loader).ifPresent(getters::add);
        }
        return new Diagnostics(List.copyOf(getters));
    }

    private static Optional<MethodHandle> find(String name, @Nullable ClassLoader loader) {
        try {
            Class<?> context = Class.forName(name, false, loader);
            MethodType type = MethodType.methodType(String.class, String.class);
            return Optional.of(MethodHandles.publicLookup().findStatic(context, "get", type));
        } catch (ReflectiveOperationException | LinkageError absent) {
            return Optional.empty();
        }
    }

    /** The entry of that name; empty if no context has it. */
    String get(String key) {
        for (MethodHandle getter : getters) {
            @Nullable String value = read(getter, key);
            if (value != null && !value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static @Nullable String read(MethodHandle getter, String key) {
        try {
            return (String) getter.invokeExact(key);
        } catch (Throwable theirs) { // a broken logging set-up is not ours to report
            return null;
        }
    }
}
