// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.SpanReference;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** An application with an OpenTelemetry API of its own, which the tests' class path does not see. */
final class TracedApplication implements AutoCloseable {
    private static final Path APIS = Path.of("target", "apis");
    private static final String TRACE = "io.opentelemetry.api.trace.";

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final URLClassLoader loader;

    TracedApplication(String version) throws IOException {
        try (Stream<Path> jars = Files.list(APIS)) {
            List<Path> own = jars.filter(jar -> jar.toString().endsWith("-" + version + ".jar"))
                    .toList();
            URL[] urls = new URL[own.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = own.get(i).toUri().toURL();
            }
            loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
        }
        Thread.currentThread().setContextClassLoader(loader); // as an application's threads have it
    }

    ClassLoader loader() {
        return loader;
    }

    /** Runs with a span current. */
    <T> T within(SpanReference span, Callable<T> body) throws Exception {
        Class<?> contexts = loader.loadClass(TRACE + "SpanContext");
        Class<?> flags = loader.loadClass(TRACE + "TraceFlags");
        Class<?> states = loader.loadClass(TRACE + "TraceState");
        Object state = state(span.traceState());
        Object flag =
                flags.getMethod(span.sampled() ? "getSampled" : "getDefault").invoke(null);
        Object context = contexts.getMethod("create", String.class, String.class, flags, states)
                .invoke(null, span.traceId(), span.spanId(), flag, state);
        Class<?> spans = loader.loadClass(TRACE + "Span");
        Object wrapped = spans.getMethod("wrap", contexts).invoke(null, context);
        return current(spans.getMethod("makeCurrent"), wrapped, body);
    }

    private Object state(String header) throws Exception {
        Class<?> states = loader.loadClass(TRACE + "TraceState");
        Class<?> builders = loader.loadClass(TRACE + "TraceStateBuilder");
        Object builder = states.getMethod("builder").invoke(null);
        List<String> members = header.isEmpty() ? List.of() : List.of(header.split(",", -1));
        for (int i = members.size() - 1; i >= 0; i--) {
            String[] pair = members.get(i).split("=", 2);
            Method put = builders.getMethod("put", String.class, String.class);
            assert put.invoke(builder, pair[0], pair[1]) != null;
        }
        return builders.getMethod("build").invoke(builder);
    }

    /** Runs with a baggage entry current. */
    <T> T withBaggage(String key, String value, Callable<T> body) throws Exception {
        Class<?> baggages = loader.loadClass("io.opentelemetry.api.baggage.Baggage");
        Class<?> builders = loader.loadClass("io.opentelemetry.api.baggage.BaggageBuilder");
        Object builder = baggages.getMethod("builder").invoke(null);
        Object with = builders.getMethod("put", String.class, String.class).invoke(builder, key, value);
        Object baggage = builders.getMethod("build").invoke(with);
        return current(baggages.getMethod("makeCurrent"), baggage, body);
    }

    private static <T> T current(Method makeCurrent, Object what, Callable<T> body) throws Exception {
        AutoCloseable scope = (AutoCloseable) makeCurrent.invoke(what);
        try {
            return body.call();
        } finally {
            scope.close();
        }
    }

    /** The application's current span as the application sees it: its id, whether it is sampled, its vendor's state. */
    String currentSpan() throws Exception {
        Class<?> spans = loader.loadClass(TRACE + "Span");
        Class<?> contexts = loader.loadClass(TRACE + "SpanContext");
        Class<?> states = loader.loadClass(TRACE + "TraceState");
        Object context = spans.getMethod("getSpanContext")
                .invoke(spans.getMethod("current").invoke(null));
        Object state = contexts.getMethod("getTraceState").invoke(context);
        return contexts.getMethod("getSpanId").invoke(context)
                + ((boolean) contexts.getMethod("isSampled").invoke(context) ? " sampled" : " dropped")
                + " vendor=" + states.getMethod("get", String.class).invoke(state, "vendor");
    }

    /** Lets no scope be closed without an error, as a strict context storage does on the wrong thread. */
    void guardScopes() throws Exception {
        Class<?> storages = loader.loadClass("io.opentelemetry.context.ContextStorage");
        Class<?> contexts = loader.loadClass("io.opentelemetry.context.Context");
        Class<?> scopes = loader.loadClass("io.opentelemetry.context.Scope");
        UnaryOperator<Object> guarding = storage -> proxy(storages, (self, method, arguments) -> {
            if (!method.equals(storages.getMethod("attach", contexts))) {
                return method.invoke(storage, arguments);
            }
            return proxy(scopes, (scope, close, none) -> {
                throw new AssertionError("closed on the wrong thread");
            });
        });
        storages.getMethod("addWrapper", Function.class).invoke(null, guarding);
    }

    private Object proxy(Class<?> type, InvocationHandler behaviour) {
        return Proxy.newProxyInstance(loader, new Class<?>[] {type}, behaviour);
    }

    /** Registers the application's own OpenTelemetry as the global one. */
    void registerGlobal() throws Exception {
        Class<?> api = loader.loadClass("io.opentelemetry.api.OpenTelemetry");
        Class<?> propagators = loader.loadClass("io.opentelemetry.context.propagation.ContextPropagators");
        Object none = propagators.getMethod("noop").invoke(null);
        Object own = api.getMethod("propagating", propagators).invoke(null, none);
        try {
            loader.loadClass("io.opentelemetry.api.GlobalOpenTelemetry")
                    .getMethod("set", api)
                    .invoke(null, own);
        } catch (InvocationTargetException refused) {
            throw new AssertionError(refused.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        loader.close();
    }
}
