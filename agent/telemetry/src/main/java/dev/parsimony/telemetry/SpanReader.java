// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a span says already, which the API does not allow: the SDK's spans do, by their interface {@code ReadableSpan}.
 * Knows a span by its methods' names alone, whichever copy of OpenTelemetry it is of.
 */
public final class SpanReader {
    private static final String READABLE = "io.opentelemetry.sdk.trace.ReadableSpan";
    private static final String SERVER = "SERVER";

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

    private final Method attribute;
    private final Method kind;
    private final Method name;
    private final Object operation;
    private final Object route;

    private SpanReader(Class<?> readable, Method attribute) throws ReflectiveOperationException {
        Method key = attribute.getParameterTypes()[0].getMethod("stringKey", String.class);
        this.attribute = attribute;
        this.kind = readable.getMethod("getKind");
        this.name = readable.getMethod("getName");
        this.operation = key.invoke(null, "gen_ai.operation.name");
        this.route = key.invoke(null, "http.route");
    }

    /** The GenAI operation that a span stands for, {@code chat}; empty if it stands for none, or does not say. */
    public static String operation(Object span) {
        return ask(span, (reader, real) -> reader.attribute(real, reader.operation));
    }

    /**
     * The route of the incoming request that a span stands for, {@code /orders/{id}}: its attribute {@code http.route}, or
     * where that comes only at the end, as with OpenTelemetry's own instrumentation, what stands in a server span's name
     * behind the method; empty if it stands for none, or does not say.
     */
    static String route(Object span) {
        return ask(span, (reader, real) -> {
            String said = reader.attribute(real, reader.route);
            return said.isEmpty() ? reader.routeInName(real) : said;
        });
    }

    private interface Question {
        String of(SpanReader reader, Object span) throws ReflectiveOperationException;
    }

    private static String ask(Object span, Question question) {
        try {
            Optional<Field> behind = BEHIND.get(span.getClass());
            Object real = behind.isPresent() ? behind.get().get(span) : span;
            Optional<SpanReader> reader = READERS.get(real.getClass());
            return reader.isPresent() ? question.of(reader.get(), real) : "";
        } catch (ReflectiveOperationException unreadable) {
            return "";
        }
    }

    private String attribute(Object span, Object key) throws ReflectiveOperationException {
        @Nullable Object value = attribute.invoke(span, key);
        return value == null ? "" : value.toString();
    }

    private String routeInName(Object span) throws ReflectiveOperationException {
        if (!String.valueOf(kind.invoke(span)).equals(SERVER)) {
            return "";
        }
        String said = String.valueOf(name.invoke(span));
        int slash = said.indexOf(" /");
        return slash > 0 && said.indexOf(' ') == slash ? said.substring(slash + 1) : "";
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
                    return Optional.of(new SpanReader(readable, method));
                }
            }
            return Optional.empty();
        } catch (ReflectiveOperationException | LinkageError unreadable) {
            return Optional.empty();
        }
    }
}
