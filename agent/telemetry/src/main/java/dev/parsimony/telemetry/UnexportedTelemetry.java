// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Telemetry;
import java.util.concurrent.atomic.AtomicBoolean;

/** Telemetry that goes nowhere, and says so at the first call that could have been told. */
final class UnexportedTelemetry implements OwnTelemetry {
    private final Log log;
    private final String line;
    private final AtomicBoolean said = new AtomicBoolean();

    /**
     * Tells nobody.
     *
     * @param log where it says so
     * @param line why, and what to do about it
     */
    UnexportedTelemetry(Log log, String line) {
        this.log = log;
        this.line = line;
    }

    @Override
    public void start() {}

    @Override
    public Telemetry.Trail open(Exchange exchange) {
        if (!said.get() && said.compareAndSet(false, true)) {
            log.say(line);
        }
        return Telemetry.untold();
    }

    @Override
    public boolean measures() {
        return false;
    }

    @Override
    public void measure(Exchange exchange) {}

    @Override
    public void close() {}
}
