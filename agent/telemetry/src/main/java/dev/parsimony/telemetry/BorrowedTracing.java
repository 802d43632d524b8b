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
 * The tracing of an application that has a tracing library on its own class path, whatever stands behind it: an SDK, an
 * agent, nothing. Held weakly: the handles into the application hang on a class of its own and go with it.
 */
final class BorrowedTracing implements ApplicationTracing {
    private static final ClassValue<Optional<TracingApi>> OPEN_TELEMETRY = apis(OpenTelemetryApi::of);
    private static final ClassValue<Optional<TracingApi>> BRAVE = apis(BraveApi::of);

    private final WeakReference<Class<?>> anchor;
    private final ClassValue<Optional<TracingApi>> apis;

    private BorrowedTracing(Class<?> anchor, ClassValue<Optional<TracingApi>> apis) {
        this.anchor = new WeakReference<>(anchor);
        this.apis = apis;
    }

    private static ClassValue<Optional<TracingApi>> apis(Function<Class<?>, Optional<TracingApi>> made) {
        return new ClassValue<>() {
            @Override
            protected Optional<TracingApi> computeValue(Class<?> anchor) {
                return made.apply(anchor);
            }
        };
    }

    /**
     * The OpenTelemetry that a class loader sees.
     *
     * @param loader the loader of the SDK; null for the boot loader
     * @return none if it sees no OpenTelemetry API, or one that has not the methods of version 1.0
     */
    static ApplicationTracing of(@Nullable ClassLoader loader) {
        return seen("io.opentelemetry.api.trace.Span", loader, OPEN_TELEMETRY);
    }

    /**
     * The Brave that a class loader sees.
     *
     * @param loader the loader of the SDK; null for the boot loader
     * @return none if it sees none, or one that has not the methods of version 5.11
     */
    static ApplicationTracing ofBrave(@Nullable ClassLoader loader) {
        return seen("brave.Tracing", loader, BRAVE);
    }

    /** The tracing of the API that a {@code Span} class belongs to; none if that has not the methods of version 1.0. */
    static ApplicationTracing by(Class<?> span) {
        return by(span, OPEN_TELEMETRY);
    }

    private static ApplicationTracing seen(
            String name, @Nullable ClassLoader loader, ClassValue<Optional<TracingApi>> apis) {
        try {
            return by(Class.forName(name, false, loader), apis);
        } catch (ClassNotFoundException | LinkageError absent) {
            return ApplicationTracing.none();
        }
    }

    private static ApplicationTracing by(Class<?> anchor, ClassValue<Optional<TracingApi>> apis) {
        return apis.get(anchor).isPresent() ? new BorrowedTracing(anchor, apis) : ApplicationTracing.none();
    }

    /** The class that the library is known by, {@code Span} of OpenTelemetry's API; null if it is gone. */
    @Nullable
    Class<?> anchor() {
        return anchor.get();
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

    @Override
    public String route() {
        return ask(TracingApi::route, "");
    }

    private <T> T ask(Function<TracingApi, T> question, T silence) {
        Class<?> here = anchor.get();
        if (here == null) {
            return silence;
        }
        try {
            return apis.get(here).map(question).orElse(silence);
        } catch (RuntimeException | LinkageError broken) {
            return silence; // the application's tracing is its own affair
        }
    }
}
