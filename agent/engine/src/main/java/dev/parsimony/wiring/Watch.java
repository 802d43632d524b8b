// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks once a second at what comes and goes without notice, on a daemon thread that holds no loader of the application: the
 * settings file, since a mounted ConfigMap changes by swapping a link, which file notifications miss; and JMX, since nobody
 * says when the first MBean server is made.
 */
final class Watch implements Runnable {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Runnable look;

    private Watch(Runnable look) {
        this.look = look;
    }

    /**
     * Looks at once and then every second, until the JVM ends.
     *
     * @param look does not throw
     */
    static void start(Runnable look) {
        DaemonThreads.of("parsimony-watch", new Watch(look)).start();
    }

    @Override
    public void run() {
        while (!Thread.interrupted()) {
            look.run();
            LockSupport.parkNanos(PERIOD.toNanos());
        }
    }
}
