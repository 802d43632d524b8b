// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.Objects;

/**
 * The global instance of one copy of the OpenTelemetry API. It is asked for only once it is set: in its older versions {@code
 * get} would set what the application has yet to set (opentelemetry-java issues 4556 and 7354).
 */
final class Global {
    private static final String NAME = "io.opentelemetry.api.GlobalOpenTelemetry";
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private final MethodHandle isSet;
    private final MethodHandle get;

    private Global(MethodHandle isSet, MethodHandle get) {
        this.isSet = isSet.asType(MethodType.methodType(boolean.class));
        this.get = get.asType(MethodType.genericMethodType(0));
    }

    /** The instance of the API that a {@code Span} class belongs to; never set if it has none, or does not show it. */
    static Global of(Class<?> span) {
        try {
            Class<?> type = type(span);
            return new Global(isSet(type), get(type));
        } catch (ReflectiveOperationException | RuntimeException hidden) {
            return never();
        }
    }

    /** The same where an agent stands behind it, which sets nothing and answers for it. */
    static Global bridged(Class<?> span) {
        try {
            return new Global(MethodHandles.constant(boolean.class, true), get(type(span)));
        } catch (ReflectiveOperationException absent) {
            return never();
        }
    }

    private static Global never() {
        return new Global(MethodHandles.constant(boolean.class, false), MethodHandles.constant(Object.class, ""));
    }

    private static Class<?> type(Class<?> span) throws ClassNotFoundException {
        return Class.forName(NAME, false, span.getClassLoader());
    }

    private static MethodHandle get(Class<?> type) throws ReflectiveOperationException {
        return LOOKUP.unreflect(type.getMethod("get"));
    }

    private static MethodHandle isSet(Class<?> type) throws ReflectiveOperationException {
        try {
            return LOOKUP.unreflect(type.getMethod("isSet"));
        } catch (NoSuchMethodException older) {
            Field instance = type.getDeclaredField("globalOpenTelemetry");
            instance.setAccessible(true);
            MethodHandle read = LOOKUP.unreflectGetter(instance).asType(MethodType.genericMethodType(0));
            return MethodHandles.filterReturnValue(read, notNull());
        }
    }

    private static MethodHandle notNull() throws ReflectiveOperationException {
        return LOOKUP.findStatic(Objects.class, "nonNull", MethodType.methodType(boolean.class, Object.class));
    }

    /** Whether somebody has set it. */
    boolean isSet() {
        try {
            return (boolean) isSet.invokeExact();
        } catch (Throwable broken) {
            return false;
        }
    }

    /** The instance. */
    Object get() throws Throwable {
        return (Object) get.invokeExact();
    }
}
