// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.ApplicationTracing;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Found;
import dev.parsimony.exchange.Guard;
import dev.parsimony.exchange.Telemetry;
import dev.parsimony.telemetry.signals.Measures;
import org.jspecify.annotations.Nullable;

/**
 * The telemetry of a JVM: each call is told to the OpenTelemetry that runs where it is made, an application's own or an
 * agent's, and where there is none, by us.
 *
 * @param neighbours the OpenTelemetry that others run
 * @param own ours
 * @param findings what is told beside single calls
 * @param measures what is measured of calls, for the application's Micrometer
 * @param guard where failures of ours end
 */
record JvmTelemetry(Neighbours neighbours, OwnTelemetry own, Findings findings, Measures measures, Guard guard)
        implements Telemetry {
    @Override
    public ApplicationTracing tracing(@Nullable ClassLoader loader) {
        return guard.run(GuardedTrail.STEP, ApplicationTracing.none(), () -> neighbours.tracing(loader));
    }

    @Override
    public Trail open(Exchange exchange, ApplicationTracing tracing) {
        Recording theirs = guard.run(GuardedTrail.STEP, Recording.none(), () -> neighbours.recording(tracing));
        Trail trail = open(exchange, theirs);
        Meters meters = guard.run(GuardedTrail.STEP, Meters.none(), () -> neighbours.meters(tracing));
        boolean isTold = theirs.measures() || own.measures();
        boolean meets = !meters.equals(Meters.none());
        return meets || isTold ? new GuardedTrail(guard, trail, call -> tell(call, meters, isTold)) : trail;
    }

    private void tell(Exchange call, Meters meters, boolean isTold) {
        findings.advise(call);
        if (!meters.equals(Meters.none())) {
            meters.record(measures.of(call), isTold);
        }
    }

    private Trail open(Exchange exchange, Recording theirs) {
        if (theirs.equals(Recording.none())) {
            guard.run(GuardedTrail.STEP, neighbours::mention);
            return own.open(exchange);
        }
        Trail trail = guard.run(GuardedTrail.STEP, Telemetry.untold(), () -> theirs.open(exchange));
        return new GuardedTrail(guard, trail, theirs.measures() ? theirs::count : own::measure);
    }

    @Override
    public void joins(Object openTelemetry) {
        guard.run(GuardedTrail.STEP, () -> neighbours.joins(openTelemetry));
    }

    @Override
    public void failure(String step) {
        guard.run(GuardedTrail.STEP, () -> findings.fail(step));
    }

    @Override
    public void instrumentation(Found found) {
        guard.run(GuardedTrail.STEP, () -> findings.found(found.sdk(), found.version(), found.state()));
        if (!found.isActive() && !neighbours.areAgents()) {
            own.start(); // no call of it may ever come to do so
        }
    }

    @Override
    public void close() {
        own.close();
    }
}
