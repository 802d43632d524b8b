// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.DaemonThreads;
import dev.parsimony.exchange.Log;
import java.lang.ref.Cleaner;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What drivers need of the world: a log, the mark of calls that are met already, somebody who notices a stream that was let
 * go of, somebody who watches the clock, and some who go on with a call. The last three have daemon threads, which start when
 * they are first needed.
 */
public final class Edges {
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Log log;
    private final Inside inside = new Inside();
    private @Nullable Cleaner cleaner;
    private @Nullable ScheduledThreadPoolExecutor clock;
    private @Nullable Workers workers;

    /**
     * Edges of which no thread runs yet.
     *
     * @param log where a driver tells what went wrong
     */
    public Edges(Log log) {
        this.log = log;
    }

    /** Where a driver tells what went wrong. */
    public Log log() {
        return log;
    }

    /** The mark of calls that passed a seam already; one for all seams. */
    public Inside inside() {
        return inside;
    }

    /** Notices what the application let go of. */
    synchronized Cleaner cleaner() {
        if (cleaner == null) {
            cleaner = Cleaner.create(loop -> DaemonThreads.of("parsimony-cleaner", loop));
        }
        return cleaner;
    }

    /**
     * Runs something later, on a thread that must not be held up.
     *
     * @param delay how much later
     * @param task what, a few instructions
     * @return to call it off
     */
    synchronized Future<?> after(Duration delay, Runnable task) {
        if (clock == null) {
            clock = new ScheduledThreadPoolExecutor(1, loop -> DaemonThreads.of("parsimony-deadlines", loop));
            clock.setKeepAliveTime(IDLE.toSeconds(), TimeUnit.SECONDS);
            clock.allowCoreThreadTimeOut(true);
            clock.setRemoveOnCancelPolicy(true);
        }
        return clock.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Runs what may be an application's code on another thread, with the context class loader of the one that asks for this.
     */
    public Executor elsewhere() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return task -> workers().run(task, context);
    }

    private synchronized Workers workers() {
        if (workers == null) {
            workers = new Workers(IDLE);
        }
        return workers;
    }
}
