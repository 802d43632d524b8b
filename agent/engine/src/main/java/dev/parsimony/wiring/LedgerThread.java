// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.DaemonThreads;
import dev.parsimony.exchange.Guard;
import dev.parsimony.ledger.Ledger;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes the ledger four times a second, on a daemon thread that is there only where a ledger is kept, and once more when the
 * JVM ends.
 */
final class LedgerThread {
    private static final Duration PERIOD = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Ledger ledger;
    private final Guard guard;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch written = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean ending;

    LedgerThread(Ledger ledger, Guard guard) {
        this.ledger = ledger;
        this.guard = guard;
        this.thread = DaemonThreads.of("parsimony-ledger", this::write);
    }

    /** Starts, if a ledger is kept and nobody started it before. */
    void startIfNeeded() {
        if (!ledger.isKept() || !begun.compareAndSet(false, true)) {
            return;
        }
        try {
            Runtime.getRuntime().addShutdownHook(DaemonThreads.of("parsimony-ledger-end", this::end));
        } catch (IllegalStateException already) {
            // the JVM ends: what comes is written as far as it lets us
        }
        thread.start();
    }

    private void write() {
        while (true) {
            boolean last = ending;
            boolean ignored = Thread.interrupted(); // or the file would be closed
            guard.run("ledger", ledger::write);
            if (last) {
                written.countDown();
            }
            LockSupport.parkNanos(PERIOD.toNanos());
        }
    }

    private void end() {
        ending = true;
        LockSupport.unpark(thread);
        try {
            boolean ignored = written.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
