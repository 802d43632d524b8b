// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.beside.BesideLoader;
import dev.parsimony.exchange.Log;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One copy of the OpenTelemetry API that is not ours, and whatever stands behind it: an SDK, an agent, nothing yet. It hangs
 * on the copy's {@code Span} class and goes with it.
 */
final class Neighbour {
    private static final String SIGNALS = "dev.parsimony.telemetry.signals";

    private final Class<?> span;
    private final Global global;
    private final Log log;
    private final Findings findings;
    private final String optIn;
    private final String version;
    private volatile @Nullable Recording recording;

    Neighbour(Class<?> span, Global global, Log log, Findings findings, String optIn, String version) {
        this.span = span;
        this.global = global;
        this.log = log;
        this.findings = findings;
        this.optIn = optIn;
        this.version = version;
    }

    /**
     * An instance was built. It counts from now on, as it may take the place of one that was closed; unless it traces nothing,
     * as those that libraries build for metrics of their own, or another was made known as the global one.
     */
    synchronized void built(Object openTelemetry) {
        Recording built = global.isSet() ? Recording.none() : joined(() -> openTelemetry);
        if (!built.equals(Recording.none())) {
            recording = built;
        }
    }

    /** Where calls are recorded; {@link Recording#none} as long as no instance is known, or if its API is too old. */
    Recording recording() {
        Recording stands = recording;
        return stands == null && global.isSet() ? join() : Objects.requireNonNullElse(stands, Recording.none());
    }

    private synchronized Recording join() {
        Recording stands = recording;
        if (stands == null) {
            stands = joined(global::get);
            recording = stands;
        }
        return stands;
    }

    /** An instance of OpenTelemetry, or what stood in the way of it. */
    private interface Instance {
        Object get() throws Throwable;
    }

    /** What tells of calls is written once; here it is defined beside the classes of the application's API. */
    private Recording joined(Instance instance) {
        try {
            ClassLoader beside = new BesideLoader(
                    "parsimony-telemetry", span.getClassLoader(), Neighbour.class.getClassLoader(), List.of(SIGNALS));
            Class<?> signals = Class.forName(SIGNALS + ".Signals", true, beside);
            return (Recording) signals.getMethod("beside", Object.class, Findings.class, String.class, String.class)
                    .invoke(null, instance.get(), findings, optIn, version);
        } catch (Throwable cause) { // of whatever kind: the API may be of any version
            log.say("telemetry: the OpenTelemetry that the application runs cannot be told of calls ("
                    + Objects.requireNonNullElse(cause.getCause(), cause) + "); its API must be 1.33 or newer");
            return Recording.none();
        }
    }
}
