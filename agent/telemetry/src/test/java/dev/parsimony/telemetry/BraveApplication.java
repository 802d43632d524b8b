// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** An application that traces with a Brave of its own, which the tests' class path does not see. */
final class BraveApplication implements AutoCloseable {
    private static final long TRACE = 0x8448eb211c80319cL;
    private static final long TRACE_HIGH = 0x0af7651916cd43ddL;
    private static final long SPAN = 0xb7ad6b71692033L; // one digit less than it takes

    private final URLClassLoader loader;
    private Object tracing = "none";

    BraveApplication(String version) throws IOException {
        URL[] jars = {
            jar("brave-" + version),
            jar("zipkin-2.23.2"),
            jar("zipkin-reporter-2.16.3"),
            jar("zipkin-reporter-brave-2.16.3")
        };
        loader = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader());
    }

    private static URL jar(String name) throws IOException {
        return Path.of("target", "apis", name + ".jar").toUri().toURL();
    }

    ClassLoader loader() {
        return loader;
    }

    /** Builds its Brave, which knows a baggage field {@code tenant}. */
    BraveApplication traces() throws Exception {
        Class<?> type = loader.loadClass("brave.Tracing");
        Object builder = type.getMethod("newBuilder").invoke(null);
        Class<?> factory = loader.loadClass("brave.propagation.Propagation$Factory");
        builder.getClass().getMethod("propagationFactory", factory).invoke(builder, propagation());
        tracing = builder.getClass().getMethod("build").invoke(builder);
        return this;
    }

    private Object propagation() throws Exception {
        Class<?> factory = loader.loadClass("brave.propagation.Propagation$Factory");
        Class<?> baggage = loader.loadClass("brave.baggage.BaggagePropagation");
        Class<?> config = loader.loadClass("brave.baggage.BaggagePropagationConfig");
        Object b3 = loader.loadClass("brave.propagation.B3Propagation")
                .getField("FACTORY")
                .get(null);
        Object builder = baggage.getMethod("newFactoryBuilder", factory).invoke(null, b3);
        Class<?> fields = loader.loadClass("brave.baggage.BaggagePropagationConfig$SingleBaggageField");
        Object local = fields.getMethod("local", field()).invoke(null, tenant());
        builder.getClass().getMethod("add", config).invoke(builder, local);
        return builder.getClass().getMethod("build").invoke(builder);
    }

    private Class<?> field() throws ClassNotFoundException {
        return loader.loadClass("brave.baggage.BaggageField");
    }

    private Object tenant() throws Exception {
        return field().getMethod("create", String.class).invoke(null, "tenant");
    }

    /**
     * Runs with a span current whose ids are always the same.
     *
     * @param isLong whether its trace id has 128 bits
     * @param sampled whether it is sampled; null if that is left to others
     */
    <T> T within(boolean isLong, Boolean sampled, Callable<T> body) throws Exception {
        Class<?> contexts = loader.loadClass("brave.propagation.TraceContext");
        Object builder = contexts.getMethod("newBuilder").invoke(null);
        Class<?> type = builder.getClass();
        type.getMethod("traceId", long.class).invoke(builder, TRACE);
        type.getMethod("traceIdHigh", long.class).invoke(builder, isLong ? TRACE_HIGH : 0);
        type.getMethod("spanId", long.class).invoke(builder, SPAN);
        type.getMethod("sampled", Boolean.class).invoke(builder, sampled);
        Object context = type.getMethod("build").invoke(builder);
        Class<?> storage = loader.loadClass("brave.propagation.CurrentTraceContext");
        try (AutoCloseable scope = (AutoCloseable)
                storage.getMethod("newScope", contexts).invoke(storage(), decorated(contexts, context))) {
            assert scope != null;
            return body.call();
        }
    }

    /** As Brave has it when it takes a context from outside: with room for its baggage. */
    private Object decorated(Class<?> contexts, Object context) throws Exception {
        Class<?> type = loader.loadClass("brave.Tracing");
        Object tracer = type.getMethod("tracer").invoke(tracing);
        Object span = tracer.getClass().getMethod("toSpan", contexts).invoke(tracer, context);
        return loader.loadClass("brave.Span").getMethod("context").invoke(span);
    }

    private Object storage() throws Exception {
        return loader.loadClass("brave.Tracing")
                .getMethod("currentTraceContext")
                .invoke(tracing);
    }

    /** Sets the baggage field of the current span. */
    void setTenant(String value) throws Exception {
        Object named = field().getMethod("getByName", String.class).invoke(null, "tenant");
        field().getMethod("updateValue", String.class).invoke(named, value);
    }

    /** The application's current span as the application sees it: its trace's id, its own, its parent's, and whether it is sampled. */
    String currentSpan() throws Exception {
        Class<?> storage = loader.loadClass("brave.propagation.CurrentTraceContext");
        Class<?> contexts = loader.loadClass("brave.propagation.TraceContext");
        Object context = storage.getMethod("get").invoke(storage());
        return context == null
                ? "none"
                : contexts.getMethod("traceIdString").invoke(context) + " "
                        + contexts.getMethod("spanIdString").invoke(context) + " under "
                        + contexts.getMethod("parentIdString").invoke(context) + " sampled "
                        + contexts.getMethod("sampled").invoke(context);
    }

    /** Closes its Brave. */
    void ends() throws Exception {
        loader.loadClass("brave.Tracing").getMethod("close").invoke(tracing);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
