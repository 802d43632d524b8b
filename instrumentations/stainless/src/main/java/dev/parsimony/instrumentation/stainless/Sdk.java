// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import dev.parsimony.weaving.Symbol;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One copy of the SDK: its members as handles, erased to {@code Object}, found once. */
final class Sdk {
    private final Map<Member, MethodHandle> handles = new EnumMap<>(Member.class);
    private final Class<?> response;
    private final Class<?> requestBody;

    /**
     * Finds the members.
     *
     * @param prefix the package that all of the SDK stands in
     * @param loader the SDK's loader; null for the boot loader
     * @throws ReflectiveOperationException if one that must be there is not
     */
    Sdk(String prefix, @Nullable ClassLoader loader) throws ReflectiveOperationException {
        for (Member member : Member.values()) {
            MethodHandle handle = find(member.in(prefix), loader);
            if (handle != null) {
                handles.put(member, handle);
            } else if (member.isRequired()) {
                throw new NoSuchMethodException(member.in(prefix).toString());
            }
        }
        response = Class.forName(prefix + ".core.http.HttpResponse", false, loader);
        requestBody = Class.forName(prefix + ".core.http.HttpRequestBody", false, loader);
    }

    private static @Nullable MethodHandle find(Symbol symbol, @Nullable ClassLoader loader)
            throws ReflectiveOperationException {
        for (Method method : Class.forName(symbol.owner(), false, loader).getMethods()) {
            if (method.getName().equals(symbol.method()) && !method.isBridge() && takes(method, symbol.parameters())) {
                MethodHandle handle = MethodHandles.publicLookup().unreflect(method);
                return handle.asType(handle.type().generic());
            }
        }
        return null;
    }

    private static boolean takes(Method method, List<String> parameters) {
        Class<?>[] types = method.getParameterTypes();
        boolean same = types.length == parameters.size();
        for (int i = 0; same && i < types.length; i++) {
            same = types[i].getName().equals(parameters.get(i));
        }
        return same;
    }

    /** The interface of responses. */
    Class<?> response() {
        return response;
    }

    /** The interface of request bodies. */
    Class<?> requestBody() {
        return requestBody;
    }

    /** Whether this version has an optional member. */
    boolean has(Member member) {
        return handles.containsKey(member);
    }

    /** Calls a static method. */
    Object call(Member member) throws Throwable {
        return handle(member).invokeExact();
    }

    /** Calls a method without parameters. */
    Object call(Member member, Object on) throws Throwable {
        return handle(member).invokeExact(on);
    }

    /** Calls a method of one parameter. */
    Object call(Member member, Object on, Object argument) throws Throwable {
        return handle(member).invokeExact(on, argument);
    }

    /** Calls a method of two parameters. */
    Object call(Member member, Object on, Object first, Object second) throws Throwable {
        return handle(member).invokeExact(on, first, second);
    }

    @SuppressWarnings("NullAway") // what is required was found, what is optional is asked for first
    private MethodHandle handle(Member member) {
        return handles.get(member);
    }
}
