// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.ApplicationTracing;
import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.SpanReference;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tracing of an application that has the OpenTelemetry API on its own class path, whatever stands behind it: an SDK, an
 * agent, nothing. Held weakly: the handles into the application hang on its own {@code Span} class and go with it.
 */
final class BorrowedTracing implements ApplicationTracing {
    private static final ClassValue<Optional<TracingApi>> APIS = new ClassValue<>() {
        @Override
        protected Optional<TracingApi> computeValue(Class<?> span) {
            return TracingApi.of(span);
        }
    };

    private final WeakReference<Class<?>> span;

    private BorrowedTracing(Class<?> span) {
        this.span = new WeakReference<>(span);
    }

    /**
     * The tracing that a class loader sees.
     *
     * @param loader the loader of the SDK; null for the boot loader
     * @return none if it sees no OpenTelemetry API, or one that has not the methods of version 1.0
     */
    static ApplicationTracing of(@Nullable ClassLoader loader) {
        try {
            Class<?> span = Class.forName("io.opentelemetry.api.trace.Span", false, loader);
            return by(span);
        } catch (ClassNotFoundException | LinkageError absent) {
            return ApplicationTracing.none();
        }
    }

    /** The tracing of the API that a {@code Span} class belongs to; none if that has not the methods of version 1.0. */
    static ApplicationTracing by(Class<?> span) {
        return APIS.get(span).isPresent() ? new BorrowedTracing(span) : ApplicationTracing.none();
    }

    /** The {@code Span} class of the application's API; null if it is gone. */
    @Nullable
    Class<?> span() {
        return span.get();
    }

    @Override
    public SpanReference current() {
        return ask(TracingApi::current, SpanReference.none());
    }

    @Override
    public Scope enter(SpanReference ours) {
        return ours.isValid() ? ask(api -> api.enter(ours), Scope.none()) : Scope.none();
    }

    @Override
    public String baggage(String key) {
        return ask(api -> api.baggage(key), "");
    }

    private <T> T ask(Function<TracingApi, T> question, T silence) {
        Class<?> here = span.get();
        if (here == null) {
            return silence;
        }
        try {
            return APIS.get(here).map(question).orElse(silence);
        } catch (RuntimeException | LinkageError broken) {
            return silence; // the application's tracing is its own affair
        }
    }
}
