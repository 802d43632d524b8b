// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WatchTest {
    @Test
    @Timeout(60)
    void looksAgainAndAgainOnADaemonThatHoldsNoLoader() throws InterruptedException {
        AtomicReference<Thread> watcher = new AtomicReference<>();
        CountDownLatch looks = new CountDownLatch(2);

        Watch.start(() -> {
            watcher.set(Thread.currentThread());
            looks.countDown();
        });
        looks.await();

        assertThat(watcher.get().isDaemon()).isTrue();
        assertThat(watcher.get().getContextClassLoader()).isNull();
        watcher.get().interrupt();
        watcher.get().join();
    }
}
