// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import io.opentelemetry.api.trace.Span;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a span says already, which the API does not allow: the SDK's spans do, by their interface {@code ReadableSpan}.
 *
 * @param attribute {@code ReadableSpan.getAttribute}
 * @param key the name of the operation, as a key of that SDK
 */
record SpanReader(Method attribute, Object key) {
    private static final String READABLE = "io.opentelemetry.sdk.trace.ReadableSpan";

    private static final ClassValue<Optional<SpanReader>> READERS = new ClassValue<>() {
        @Override
        protected Optional<SpanReader> computeValue(Class<?> span) {
            return reader(span);
        }
    };

    /** Where the spans that OpenTelemetry's Java agent shows an application keep the one of its own copy of the SDK. */
    private static final ClassValue<Optional<Field>> BEHIND = new ClassValue<>() {
        @Override
        protected Optional<Field> computeValue(Class<?> span) {
            return behind(span);
        }
    };

    /** The GenAI operation that a span stands for, {@code chat}; empty if it stands for none, or does not say. */
    static String operation(Span span) {
        try {
            Optional<Field> behind = BEHIND.get(span.getClass());
            Object real = behind.isPresent() ? behind.get().get(span) : span;
            Optional<SpanReader> reader = READERS.get(real.getClass());
            return reader.isPresent() ? reader.get().read(real) : "";
        } catch (ReflectiveOperationException unreadable) {
            return "";
        }
    }

    private String read(Object span) throws ReflectiveOperationException {
        @Nullable Object value = attribute.invoke(span, key);
        return value == null ? "" : value.toString();
    }

    private static Optional<Field> behind(Class<?> span) {
        try {
            Field agents = span.getDeclaredField("agentSpan");
            agents.setAccessible(true);
            return Optional.of(agents);
        } catch (ReflectiveOperationException | RuntimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<SpanReader> reader(Class<?> span) {
        try {
            Class<?> readable = Class.forName(READABLE, false, span.getClassLoader());
            for (Method method : readable.isAssignableFrom(span) ? readable.getMethods() : new Method[0]) {
                if (method.getName().equals("getAttribute")) {
                    Class<?> keys = method.getParameterTypes()[0];
                    Object key = keys.getMethod("stringKey", String.class).invoke(null, Keys.OPERATION.getKey());
                    return Optional.of(new SpanReader(method, key));
                }
            }
            return Optional.empty();
        } catch (ReflectiveOperationException | LinkageError unreadable) {
            return Optional.empty();
        }
    }
}
