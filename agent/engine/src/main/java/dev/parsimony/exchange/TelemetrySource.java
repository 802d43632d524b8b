// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

/** Makes the telemetry of a process; found by {@link java.util.ServiceLoader}. */
public interface TelemetrySource {
    /**
     * Makes the telemetry. Returns at once: exporters start on a thread of their own, and what is told before is not lost.
     *
     * @param environment the standard {@code OTEL_*} and {@code otel.*} settings are read from it
     * @param log where to say which variable to set, or that a collector cannot be reached
     * @param version Parsimony's own version
     */
    Telemetry start(Environment environment, Log log, String version);
}
