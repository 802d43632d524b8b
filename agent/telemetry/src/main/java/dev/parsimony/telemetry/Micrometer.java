// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.beside.BesideLoader;
import dev.parsimony.exchange.Log;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds an application's Micrometer. What tells it of calls is written once and defined anew beside each copy of Micrometer;
 * it hangs on the copy's {@code Metrics} class and goes with it.
 */
final class Micrometer {
    private static final String METRICS = "io.micrometer.core.instrument.Metrics";
    private static final String METERS = "dev.parsimony.telemetry.meters";

    private final ClassValue<Meters> known;

    /**
     * Has found none yet.
     *
     * @param findings what is told beside single calls
     * @param log where to say that one cannot be told
     */
    Micrometer(Findings findings, Log log) {
        this.known = new ClassValue<>() {
            @Override
            protected Meters computeValue(Class<?> metrics) {
                return beside(metrics, findings, log);
            }
        };
    }

    /** The {@code Metrics} class that a loader sees, held weakly; empty if it sees none. */
    static WeakReference<@Nullable Class<?>> seenFrom(@Nullable ClassLoader loader) {
        try {
            return new WeakReference<>(Class.forName(METRICS, false, loader));
        } catch (ClassNotFoundException | LinkageError absent) {
            return new WeakReference<>(null);
        }
    }

    /** The meters of the Micrometer that a {@code Metrics} class belongs to. */
    Meters of(@Nullable Class<?> metrics) {
        return metrics == null ? Meters.none() : known.get(metrics);
    }

    private static Meters beside(Class<?> metrics, Findings findings, Log log) {
        try {
            ClassLoader beside = new BesideLoader(
                    "parsimony-meters", metrics.getClassLoader(), Micrometer.class.getClassLoader(), List.of(METERS));
            return Class.forName(METERS + ".Registries", true, beside)
                    .asSubclass(Meters.class)
                    .getConstructor(Findings.class, Log.class)
                    .newInstance(findings, log);
        } catch (Throwable cause) { // of whatever kind: Micrometer may be of any version
            log.say("telemetry: the application's Micrometer cannot be told of calls ("
                    + Objects.requireNonNullElse(cause.getCause(), cause) + "); it must be 1.9 or newer");
            return Meters.none();
        }
    }
}
