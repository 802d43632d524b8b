// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Threads of ours that keep nothing of the application alive. A thread remembers the context loader, the inheritable
 * thread-locals and the protection domains of whoever starts it, which here is an application that may be undeployed.
 */
final class DaemonThreads {
    private DaemonThreads() {}

    /** A daemon thread, not started. */
    @SuppressWarnings("removal") // the one way to leave the caller's protection domains behind before Java 24
    static Thread of(String name, Runnable task) {
        return AccessController.doPrivileged((PrivilegedAction<Thread>) () -> {
            Thread thread = new Thread(null, task, name, 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            return thread;
        });
    }
}
