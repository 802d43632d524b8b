// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.ApplicationTracing;
import dev.parsimony.exchange.Log;
import io.opentelemetry.api.trace.Span;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The OpenTelemetry that others run in this JVM. An application's is reached through its own copy of the API. OpenTelemetry's
 * Java agent bridges every copy of the API to itself, ours too, and so is joined even where the application has none; other
 * makers' agents may do so where they are asked to.
 */
final class Neighbours {
    private static final String AGENT = "io.opentelemetry.javaagent.bootstrap.AgentInitializer";

    private final boolean agent;
    private final OtherAgents others;
    private final Log log;
    private final ClassValue<Neighbour> known;
    private final Micrometer micrometer;

    /**
     * Looks for them.
     *
     * @param findings what is told beside single calls
     * @param optIn the value of {@code OTEL_SEMCONV_STABILITY_OPT_IN}; may be empty
     * @param version Parsimony's own
     * @param others other makers' agents
     * @param log where to say that one cannot be joined
     */
    Neighbours(Findings findings, String optIn, String version, OtherAgents others, Log log) {
        this.others = others;
        this.log = log;
        this.agent = isThere(AGENT);
        this.micrometer = new Micrometer(findings, log);
        this.known = new ClassValue<>() {
            @Override
            protected Neighbour computeValue(Class<?> span) {
                boolean bridged = agent || (others.mayBridge() && span.equals(Span.class));
                return new Neighbour(
                        span, bridged ? Global.bridged(span) : Global.of(span), log, findings, optIn, version);
            }
        };
    }

    private static boolean isThere(String name) {
        try {
            return Class.forName(name, false, null) != null;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    /** Whether OpenTelemetry's Java agent is at work, which then is told of every call. */
    boolean areAgents() {
        return agent;
    }

    /** The tracing seen from a loader; null is the boot loader. */
    ApplicationTracing tracing(@Nullable ClassLoader loader) {
        ApplicationTracing theirs = BorrowedTracing.of(loader);
        boolean unseen = theirs.equals(ApplicationTracing.none());
        Surroundings all = new Surroundings(
                unseen && (agent || others.mayBridge()) ? BorrowedTracing.by(Span.class) : theirs,
                BorrowedTracing.ofBrave(loader),
                Micrometer.seenFrom(loader));
        return all.areEmpty() ? ApplicationTracing.none() : all;
    }

    /**
     * An application has built an OpenTelemetry, which it may not make known as the global one. Where several applications
     * share the API, each builds one, and which of them a call belongs to cannot be told: those are left alone.
     */
    void joins(Object openTelemetry) {
        ClassLoader own = openTelemetry.getClass().getClassLoader();
        try {
            Class<?> span = Class.forName(Span.class.getName(), false, own);
            if (Objects.equals(span.getClassLoader(), own)) {
                known.get(span).built(openTelemetry);
            }
        } catch (ClassNotFoundException another) {
            // what was built is no OpenTelemetry that we know
        }
    }

    /** The Micrometer registries of the application that has a tracing. */
    Meters meters(ApplicationTracing tracing) {
        return tracing instanceof Surroundings theirs
                ? micrometer.of(theirs.metrics().get())
                : Meters.none();
    }

    /** Where calls are recorded that are made under a tracing; {@link Recording#none} if its owner records nothing. */
    Recording recording(ApplicationTracing tracing) {
        if (agent) {
            return known.get(Span.class).recording();
        }
        Class<?> span = tracing instanceof Surroundings theirs ? theirs.span() : null;
        Recording own = span == null ? Recording.none() : known.get(span).recording();
        return own.equals(Recording.none()) && others.mayBridge()
                ? known.get(Span.class).recording()
                : own;
    }

    /** Nobody here is told of a call: says once how others could be. */
    void mention() {
        others.mention(log);
    }
}
