// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.SpanReference;
import dev.parsimony.exchange.Telemetry;
import dev.parsimony.telemetry.signals.Signals;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Records calls by an OpenTelemetry SDK of our own. */
final class OwnRecording implements Recording {
    private final OpenTelemetrySdk sdk;
    private final ReservedIds ids;
    private final Signals signals;

    /**
     * Records by an SDK. To be made on a {@link DaemonThread}.
     *
     * @param sdk the SDK, which {@link #close} ends
     * @param ids where it takes its ids from
     * @param signals what tells it of calls
     */
    OwnRecording(OpenTelemetrySdk sdk, ReservedIds ids, Signals signals) {
        this.sdk = sdk;
        this.ids = ids;
        this.signals = signals;
        settleContextStorage();
    }

    /**
     * Has OpenTelemetry choose where it keeps the current context. It looks through the context class loader of whichever
     * thread asks first; on the application's it would find the application's choice, of another copy of its classes, and
     * fail for good.
     */
    private static void settleContextStorage() {
        Objects.requireNonNull(Context.current());
    }

    @Override
    public Telemetry.Trail open(Exchange exchange) {
        return signals.open(exchange);
    }

    @Override
    public void late(SpanReference reserved, Exchange exchange) {
        ids.using(reserved, () -> signals.open(exchange)).end(exchange);
    }

    @Override
    public void count(Exchange exchange) {
        signals.count(exchange);
    }

    @Override
    public boolean measures() {
        return true;
    }

    @Override
    public void measure(Exchange exchange) {
        signals.measure(exchange);
    }

    /** Ends the SDK on a thread of its own: some of its parts wait longer than they are told. */
    @Override
    public void close(Duration limit) {
        CountDownLatch done = new CountDownLatch(1);
        DaemonThread.start("parsimony-telemetry-end", () -> sdk.shutdown().whenComplete(done::countDown));
        try {
            boolean ignored = done.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
