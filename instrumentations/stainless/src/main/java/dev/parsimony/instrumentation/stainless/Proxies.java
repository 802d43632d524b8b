// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** What every proxy of ours does with methods it has no opinion of. */
final class Proxies {
    private Proxies() {}

    /**
     * Answers the methods of {@code Object} by identity and runs default methods as they stand, so that what newer versions
     * of an interface add is built on what we answer.
     */
    static @Nullable Object rest(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        return switch (method.getName()) {
            case "equals" -> proxy == first(arguments);
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "Parsimony's " + method.getDeclaringClass().getSimpleName();
            default -> throw new UnsupportedOperationException(method.toString());
        };
    }

    /** The first argument, or null where a method has none. */
    static @Nullable Object first(Object @Nullable [] arguments) {
        return arguments == null ? null : arguments[0];
    }
}
