// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.SpanReference;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An application's OpenTelemetry API, of any version from 1.0 on, by handles on the few methods that are asked. Never goes
 * near {@code GlobalOpenTelemetry}: its {@code get} would set what the application has yet to set (opentelemetry-java issues
 * 4556 and 7354).
 */
final class OpenTelemetryApi implements TracingApi {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

    private final MethodHandle currentSpan;
    private final MethodHandle currentContext;
    private final MethodHandle isValid;
    private final MethodHandle traceId;
    private final MethodHandle spanId;
    private final MethodHandle isSampled;
    private final MethodHandle traceState;
    private final MethodHandle eachOfState;
    private final MethodHandle wrap;
    private final MethodHandle makeCurrent;
    private final MethodHandle baggageValue;
    private final Object sampled;
    private final Object notSampled;
    private final Object noState;

    private OpenTelemetryApi(Class<?> span) throws Throwable {
        Class<?> context = span.getMethod("getSpanContext").getReturnType();
        Class<?> flags = context.getMethod("getTraceFlags").getReturnType();
        Class<?> state = context.getMethod("getTraceState").getReturnType();
        Class<?> baggage = Class.forName("io.opentelemetry.api.baggage.Baggage", false, span.getClassLoader());
        currentSpan = exact(span, "current").asType(MethodType.genericMethodType(0));
        currentContext = MethodHandles.filterReturnValue(exact(span, "current"), exact(span, "getSpanContext"))
                .asType(MethodType.genericMethodType(0));
        isValid = asking(context, "isValid", boolean.class);
        traceId = asking(context, "getTraceId", String.class);
        spanId = asking(context, "getSpanId", String.class);
        isSampled = asking(context, "isSampled", boolean.class);
        traceState = asking(context, "getTraceState", Object.class);
        eachOfState = exact(state, "forEach", BiConsumer.class)
                .asType(MethodType.methodType(void.class, Object.class, BiConsumer.class));
        MethodHandle create = exact(context, "create", String.class, String.class, flags, state);
        wrap = MethodHandles.filterReturnValue(create, exact(span, "wrap", context))
                .asType(MethodType.methodType(Object.class, String.class, String.class, Object.class, Object.class));
        makeCurrent = asking(span, "makeCurrent", AutoCloseable.class);
        baggageValue = MethodHandles.foldArguments(
                exact(baggage, "getEntryValue", String.class)
                        .asType(MethodType.methodType(String.class, Object.class, String.class)),
                exact(baggage, "current").asType(MethodType.genericMethodType(0)));
        sampled = exact(flags, "getSampled").invoke();
        notSampled = exact(flags, "getDefault").invoke();
        noState = exact(state, "getDefault").invoke();
    }

    /** The API that a {@code Span} class belongs to; absent if it lacks what is asked of it. */
    static Optional<TracingApi> of(Class<?> span) {
        try {
            return Optional.of(new OpenTelemetryApi(span));
        } catch (Throwable other) { // of whatever kind: then this application's tracing cannot be joined
            return Optional.empty();
        }
    }

    private static MethodHandle exact(Class<?> type, String name, Class<?>... parameters)
            throws ReflectiveOperationException {
        return LOOKUP.unreflect(type.getMethod(name, parameters));
    }

    private static MethodHandle asking(Class<?> type, String name, Class<?> answer)
            throws ReflectiveOperationException {
        return exact(type, name).asType(MethodType.methodType(answer, Object.class));
    }

    @Override
    public SpanReference current() {
        try {
            Object context = currentContext.invokeExact();
            return (boolean) isValid.invokeExact(context) ? reference(context) : SpanReference.none();
        } catch (Throwable broken) {
            throw TracingApi.unchecked(broken);
        }
    }

    @Override
    public String route() {
        try {
            return SpanReader.route((Object) currentSpan.invokeExact());
        } catch (Throwable broken) {
            throw TracingApi.unchecked(broken);
        }
    }

    private SpanReference reference(Object context) throws Throwable {
        StringJoiner state = new StringJoiner(",");
        BiConsumer<String, String> each = (vendor, value) -> state.add(vendor + "=" + value);
        Object all = traceState.invokeExact(context);
        eachOfState.invokeExact(all, each);
        return new SpanReference(
                (String) traceId.invokeExact(context),
                (String) spanId.invokeExact(context),
                (boolean) isSampled.invokeExact(context),
                state.toString());
    }

    /** With the trace state of the application's span that it nests under. */
    @Override
    public Scope enter(SpanReference ours) {
        try {
            Object parent = currentContext.invokeExact();
            boolean nested = ours.traceId().equals((String) traceId.invokeExact(parent));
            Object state = nested ? (Object) traceState.invokeExact(parent) : noState;
            Object flags = ours.sampled() ? sampled : notSampled;
            Object span = wrap.invokeExact(ours.traceId(), ours.spanId(), flags, state);
            AutoCloseable scope = (AutoCloseable) makeCurrent.invokeExact(span);
            return () -> TracingApi.close(scope);
        } catch (Throwable broken) {
            throw TracingApi.unchecked(broken);
        }
    }

    @Override
    public String baggage(String key) {
        try {
            @Nullable String value = (String) baggageValue.invokeExact(key);
            return value == null ? "" : value;
        } catch (Throwable broken) {
            throw TracingApi.unchecked(broken);
        }
    }
}
