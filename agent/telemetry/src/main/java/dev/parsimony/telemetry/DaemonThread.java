// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.DaemonThreads;

/**
 * Threads that hold nothing of the application: no thread-locals of it, and our own loader for context class loader, since
 * OpenTelemetry looks for its parts there, and by none would find those of the application.
 */
final class DaemonThread {
    private DaemonThread() {}

    /** A thread that does not keep the JVM alive and is not started yet. */
    static Thread of(String name, Runnable work) {
        Thread thread = DaemonThreads.of(name, work);
        thread.setContextClassLoader(DaemonThread.class.getClassLoader());
        return thread;
    }

    /** Starts one. */
    static void start(String name, Runnable work) {
        of(name, work).start();
    }
}
