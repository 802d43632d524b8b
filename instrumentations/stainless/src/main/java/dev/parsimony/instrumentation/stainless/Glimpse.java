// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Optional;

/** A look into an object of the SDK for a field or method that not every version has. What cannot be seen is not there. */
final class Glimpse {
    private Glimpse() {}

    /** The value of a private field; empty if it is null, not there or not to be read. */
    static Optional<Object> field(Object of, String name) {
        try {
            Field field = of.getClass().getDeclaredField(name);
            return field.trySetAccessible() ? Optional.ofNullable(field.get(of)) : Optional.empty();
        } catch (ReflectiveOperationException | LinkageError missing) {
            return Optional.empty();
        }
    }

    /** What a method without parameters returns; empty if it is null, or the method fails or is not there. */
    static Optional<Object> call(Object on, String name) {
        try {
            Method method = on.getClass().getMethod(name);
            return method.trySetAccessible() ? Optional.ofNullable(method.invoke(on)) : Optional.empty();
        } catch (ReflectiveOperationException | LinkageError missing) {
            return Optional.empty();
        }
    }
}
