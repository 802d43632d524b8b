// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.ApplicationTracing;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Telemetry;
import org.jspecify.annotations.Nullable;

/** Telemetry that goes nowhere; the application's own tracing is still read, since rules and the cache ask for it. */
enum UnexportedTelemetry implements Telemetry {
    /** The only one. */
    INSTANCE;

    @Override
    public ApplicationTracing tracing(@Nullable ClassLoader loader) {
        return BorrowedTracing.of(loader);
    }

    @Override
    public Trail open(Exchange exchange) {
        return Telemetry.silent().open(exchange);
    }

    @Override
    public void failure(String step) {}

    @Override
    public void instrumentation(String sdk, String version, String state) {}

    @Override
    public void close() {}
}
