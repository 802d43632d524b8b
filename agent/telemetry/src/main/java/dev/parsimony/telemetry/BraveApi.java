// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.SpanReference;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An application's Brave, of any version from 5.11 on, by handles on the few methods that are asked; Micrometer's bridge to
 * Brave keeps its spans there too. The instance is Brave's own current one, the first that was built and is not closed.
 */
final class BraveApi implements TracingApi {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();
    private static final String NO_HIGH_BITS = "0".repeat(16);

    private final MethodHandle tracing;
    private final MethodHandle contexts;
    private final MethodHandle context;
    private final MethodHandle traceId;
    private final MethodHandle spanId;
    private final MethodHandle sampled;
    private final MethodHandle child;
    private final MethodHandle newScope;
    private final MethodHandle field;
    private final MethodHandle value;

    /** Looks each method up by its whole type: to list a class's methods would load what Brave 5 needs Zipkin for. */
    private BraveApi(Class<?> type) throws ReflectiveOperationException {
        ClassLoader loader = type.getClassLoader();
        Class<?> current = Class.forName("brave.propagation.CurrentTraceContext", false, loader);
        Class<?> scope = Class.forName("brave.propagation.CurrentTraceContext$Scope", false, loader);
        Class<?> span = Class.forName("brave.propagation.TraceContext", false, loader);
        Class<?> builder = Class.forName("brave.propagation.TraceContext$Builder", false, loader);
        Class<?> baggage = Class.forName("brave.baggage.BaggageField", false, loader);
        tracing =
                LOOKUP.findStatic(type, "current", MethodType.methodType(type)).asType(MethodType.genericMethodType(0));
        contexts = asking(type, "currentTraceContext", current, Object.class);
        context = asking(current, "get", span, Object.class);
        traceId = asking(span, "traceIdString", String.class, String.class);
        spanId = asking(span, "spanId", long.class, long.class);
        sampled = asking(span, "sampled", Boolean.class, Boolean.class);
        child = child(span, builder);
        newScope = LOOKUP.findVirtual(current, "newScope", MethodType.methodType(scope, span))
                .asType(MethodType.methodType(AutoCloseable.class, Object.class, Object.class));
        field = LOOKUP.findStatic(baggage, "getByName", MethodType.methodType(baggage, String.class))
                .asType(MethodType.methodType(Object.class, String.class));
        value = asking(baggage, "getValue", String.class, String.class);
    }

    /** The Brave that a {@code Tracing} class belongs to; absent if it lacks what is asked of it. */
    static Optional<TracingApi> of(Class<?> tracing) {
        try {
            return Optional.of(new BraveApi(tracing));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError other) {
            return Optional.empty();
        }
    }

    private static MethodHandle asking(Class<?> type, String name, Class<?> answer, Class<?> as)
            throws ReflectiveOperationException {
        return LOOKUP.findVirtual(type, name, MethodType.methodType(answer))
                .asType(MethodType.methodType(as, Object.class));
    }

    /** From a span, its id and another id: a context that nests under the span, with all else that it carries. */
    private static MethodHandle child(Class<?> span, Class<?> builder) throws ReflectiveOperationException {
        MethodType setting = MethodType.methodType(builder, long.class);
        MethodHandle copy = LOOKUP.findVirtual(span, "toBuilder", MethodType.methodType(builder));
        MethodHandle under = MethodHandles.filterArguments(LOOKUP.findVirtual(builder, "parentId", setting), 0, copy);
        MethodHandle named = MethodHandles.collectArguments(LOOKUP.findVirtual(builder, "spanId", setting), 0, under);
        MethodHandle built = LOOKUP.findVirtual(builder, "build", MethodType.methodType(span));
        return MethodHandles.filterReturnValue(named, built)
                .asType(MethodType.methodType(Object.class, Object.class, long.class, long.class));
    }

    @Override
    public SpanReference current() {
        try {
            @Nullable Object contextsNow = contexts();
            @Nullable Object span = contextsNow == null ? null : (Object) context.invokeExact(contextsNow);
            return span == null ? SpanReference.none() : reference(span);
        } catch (Throwable broken) {
            throw TracingApi.unchecked(broken);
        }
    }

    private @Nullable Object contexts() throws Throwable {
        @Nullable Object brave = (Object) tracing.invokeExact();
        return brave == null ? null : (Object) contexts.invokeExact(brave);
    }

    /** A decision that was left to others is not one against. */
    private SpanReference reference(Object span) throws Throwable {
        @Nullable Boolean decision = (Boolean) sampled.invokeExact(span);
        return new SpanReference(
                traceId(span),
                String.format("%016x", (long) spanId.invokeExact(span)),
                !Boolean.FALSE.equals(decision),
                "");
    }

    /** W3C's trace context asks for zeros in front of an id of 64 bits. */
    private String traceId(Object span) throws Throwable {
        String id = (String) traceId.invokeExact(span);
        return id.length() == NO_HIGH_BITS.length() ? NO_HIGH_BITS + id : id;
    }

    /**
     * Nests it under Brave's span. Where there is none it is not made current: what Brave is to record of such a trace, its
     * own sampler decides.
     */
    @Override
    public Scope enter(SpanReference ours) {
        try {
            @Nullable Object contextsNow = contexts();
            @Nullable Object parent = contextsNow == null ? null : (Object) context.invokeExact(contextsNow);
            if (contextsNow == null || parent == null || !traceId(parent).equals(ours.traceId())) {
                return Scope.none();
            }
            long id = Long.parseUnsignedLong(ours.spanId(), 16);
            Object nested = (Object) child.invokeExact(parent, (long) spanId.invokeExact(parent), id);
            AutoCloseable scope = (AutoCloseable) newScope.invokeExact(contextsNow, nested);
            return () -> TracingApi.close(scope);
        } catch (Throwable broken) {
            throw TracingApi.unchecked(broken);
        }
    }

    @Override
    public String baggage(String key) {
        try {
            @Nullable Object found = (Object) field.invokeExact(key);
            @Nullable String text = found == null ? null : (String) value.invokeExact(found);
            return text == null ? "" : text;
        } catch (Throwable broken) {
            throw TracingApi.unchecked(broken);
        }
    }
}
