// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks at the settings file once a second, on a daemon thread that holds no loader of the application; a poll, since a
 * mounted ConfigMap changes by swapping a link, which file notifications miss.
 */
final class SettingsWatch implements Runnable {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Runnable poll;

    private SettingsWatch(Runnable poll) {
        this.poll = poll;
    }

    static void start(Runnable poll) {
        Thread thread = new Thread(null, new SettingsWatch(poll), "parsimony-settings", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
    }

    @Override
    public void run() {
        while (!Thread.interrupted()) {
            LockSupport.parkNanos(PERIOD.toNanos());
            poll.run();
        }
    }
}
