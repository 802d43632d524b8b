// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Threads of ours for what may run an application's code, which may take its time. What the JVM has for that, the common pool,
 * others may have filled, and its threads see no application's classes.
 */
final class Workers {
    /** As many answers can be told at once; those beyond wait for one of them. */
    private static final int MOST = 64;

    private final ThreadPoolExecutor threads;

    /**
     * None of which runs yet.
     *
     * @param idle how long one waits for more
     */
    Workers(Duration idle) {
        threads = new ThreadPoolExecutor(
                MOST, MOST, idle.toNanos(), TimeUnit.NANOSECONDS, new LinkedBlockingQueue<>(), Workers::thread);
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable loop) {
        return DaemonThreads.of("parsimony-answer", loop);
    }

    /**
     * Runs something.
     *
     * @param task what
     * @param context the context class loader that it sees, which the thread then forgets
     */
    void run(Runnable task, @Nullable ClassLoader context) {
        threads.execute(() -> {
            Thread.currentThread().setContextClassLoader(context);
            try {
                task.run();
            } finally {
                Thread.currentThread().setContextClassLoader(null);
            }
        });
    }
}
