// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.ApplicationTracing;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Guard;
import dev.parsimony.exchange.SpanReference;
import dev.parsimony.exchange.Telemetry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Telemetry that is exported. Its recording starts on a thread of its own; calls that come before it stands are told to it
 * when it does.
 */
final class ExportedTelemetry implements Telemetry {
    private static final String STEP = "telemetry";
    private static final int MOST_WAITING = 2_048;
    private static final long LIMIT = TimeUnit.SECONDS.toNanos(2);

    private final CompletableFuture<Recording> recording;
    private final ReservedIds ids;
    private final Counts counts;
    private final Guard guard;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Tells to a recording.
     *
     * @param recording done when the recording stands
     * @param ids where the recording takes its ids from
     * @param counts what is counted beside single calls
     * @param guard where failures of ours end
     */
    ExportedTelemetry(CompletableFuture<Recording> recording, ReservedIds ids, Counts counts, Guard guard) {
        this.recording = recording;
        this.ids = ids;
        this.counts = counts;
        this.guard = guard;
    }

    @Override
    public ApplicationTracing tracing(@Nullable ClassLoader loader) {
        return guard.run(STEP, ApplicationTracing.none(), () -> BorrowedTracing.of(loader));
    }

    @Override
    public Trail open(Exchange exchange) {
        Trail silent = Telemetry.silent().open(exchange);
        return new GuardedTrail(guard.run(STEP, silent, () -> begin(exchange)));
    }

    private Trail begin(Exchange exchange) {
        Recording stands = recording.getNow(null);
        return stands == null
                ? new EarlyTrail(ids.reserve(exchange.opening().caller().span()))
                : stands.open(exchange);
    }

    @Override
    public void failure(String step) {
        guard.run(STEP, () -> counts.fail(step));
    }

    @Override
    public void instrumentation(String sdk, String version, String state) {
        guard.run(STEP, () -> counts.found(sdk, version, state));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            guard.run(STEP, () -> close(System.nanoTime()));
        }
    }

    private void close(long begin) {
        try {
            Recording stands = recording.get(LIMIT, TimeUnit.NANOSECONDS);
            stands.close(Duration.ofNanos(Math.max(0, LIMIT - (System.nanoTime() - begin))));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException never) {
            // it never stood, so it holds nothing
        }
    }

    /** Counts a call before anything else can go wrong with it. */
    private final class GuardedTrail implements Trail {
        private final Trail trail;

        GuardedTrail(Trail trail) {
            this.trail = trail;
        }

        @Override
        public SpanReference span() {
            return guard.run(STEP, SpanReference.none(), trail::span);
        }

        @Override
        public void end(Exchange exchange) {
            guard.run(STEP, () -> counts.add(exchange));
            guard.run(STEP, () -> trail.end(exchange));
        }
    }

    /** The span of a call that began before the recording stood. */
    private final class EarlyTrail implements Trail {
        private final SpanReference span;

        EarlyTrail(SpanReference span) {
            this.span = span;
        }

        @Override
        public SpanReference span() {
            return span;
        }

        @Override
        public void end(Exchange exchange) {
            if (waiting.incrementAndGet() <= MOST_WAITING) {
                var ignored = recording.thenAccept(stands -> guard.run(STEP, () -> stands.late(span, exchange)));
            }
        }
    }
}
