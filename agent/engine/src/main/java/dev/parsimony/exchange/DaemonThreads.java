// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Threads of ours that keep nothing of the application alive. A thread remembers the context loader, the inheritable
 * thread-locals and the protection domains of whoever makes it, and hands them on to the threads that it makes itself; here
 * that is an application that may be undeployed.
 */
public final class DaemonThreads {
    private DaemonThreads() {}

    /**
     * A daemon thread without a context loader, not started.
     *
     * @param name its name, for those who look at the JVM from outside
     * @param work what it does
     */
    @SuppressWarnings("removal") // the one way to leave the caller's protection domains behind before Java 24
    public static Thread of(String name, Runnable work) {
        return AccessController.doPrivileged((PrivilegedAction<Thread>) () -> {
            Thread thread = new Thread(null, work, name, 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            return thread;
        });
    }
}
