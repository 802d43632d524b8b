// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Guard;
import dev.parsimony.exchange.SpanReference;
import dev.parsimony.exchange.Telemetry;
import dev.parsimony.telemetry.signals.Counts;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Telemetry that we export ourselves. Its recording starts on a thread of its own, with the first call that is told to it:
 * where an application's OpenTelemetry is told of all calls, it never does. Calls that come before it stands are told when it
 * does.
 */
final class ExportedTelemetry implements OwnTelemetry {
    private static final int MOST_WAITING = 2_048;
    private static final long LIMIT = TimeUnit.SECONDS.toNanos(2);

    private final Supplier<CompletableFuture<Recording>> starting;
    private final ReservedIds ids;
    private final Counts counts;
    private final Guard guard;
    private final boolean measures;
    private final CompletableFuture<Recording> recording = new CompletableFuture<>();
    private final CompletableFuture<Recording> caughtUp = new CompletableFuture<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Tells to a recording.
     *
     * @param starting starts the recording; done when that stands
     * @param ids where the recording takes its ids from
     * @param counts what is counted beside single calls
     * @param guard where failures of ours end
     * @param measures whether the recording exports metrics
     */
    ExportedTelemetry(
            Supplier<CompletableFuture<Recording>> starting,
            ReservedIds ids,
            Counts counts,
            Guard guard,
            boolean measures) {
        this.starting = starting;
        this.ids = ids;
        this.counts = counts;
        this.guard = guard;
        this.measures = measures;
    }

    @Override
    public void start() {
        if (!started.get() && started.compareAndSet(false, true)) {
            guard.run(GuardedTrail.STEP, () -> {
                var ignored = starting.get().thenAccept(this::stand);
            });
        }
    }

    /** What waited is told here and now; only then may the recording be closed. */
    private void stand(Recording begun) {
        recording.complete(begun);
        caughtUp.complete(begun);
    }

    @Override
    public Telemetry.Trail open(Exchange exchange) {
        start();
        Telemetry.Trail trail = guard.run(GuardedTrail.STEP, Telemetry.untold(), () -> begin(exchange));
        return new GuardedTrail(guard, trail, counts::add);
    }

    private Telemetry.Trail begin(Exchange exchange) {
        Recording stands = recording.getNow(null);
        return stands == null
                ? new EarlyTrail(ids.reserve(exchange.opening().caller().span()))
                : stands.open(exchange);
    }

    @Override
    public boolean measures() {
        return measures;
    }

    @Override
    public void measure(Exchange exchange) {
        start();
        counts.add(exchange);
        later(stands -> stands.measure(exchange));
    }

    /** Once the recording stands, for as many as may wait for that. */
    private void later(Consumer<Recording> telling) {
        if (recording.isDone() || waiting.incrementAndGet() <= MOST_WAITING) {
            var ignored = recording.thenAccept(stands -> guard.run(GuardedTrail.STEP, () -> telling.accept(stands)));
        }
    }

    @Override
    public void close() {
        if (started.get() && closed.compareAndSet(false, true)) {
            guard.run(GuardedTrail.STEP, () -> close(System.nanoTime()));
        }
    }

    private void close(long begin) {
        try {
            Recording stands = caughtUp.get(LIMIT, TimeUnit.NANOSECONDS);
            stands.close(Duration.ofNanos(Math.max(0, LIMIT - (System.nanoTime() - begin))));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException never) {
            // it never stood, so it holds nothing
        }
    }

    /** The span of a call that began before the recording stood. */
    private final class EarlyTrail implements Telemetry.Trail {
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
            later(stands -> stands.late(span, exchange));
        }
    }
}
