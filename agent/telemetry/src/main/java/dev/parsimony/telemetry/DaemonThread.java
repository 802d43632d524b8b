// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

/** Threads that hold nothing of the application: no context class loader, no inherited thread-locals. */
final class DaemonThread {
    private DaemonThread() {}

    /** A thread that does not keep the JVM alive and is not started yet. */
    static Thread of(String name, Runnable work) {
        Thread thread = new Thread(null, work, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }

    /** Starts one. */
    static void start(String name, Runnable work) {
        of(name, work).start();
    }
}
