// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Digest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SightingsTest {
    private static final Digest PREFIX = new Digest(1, 2);

    private final AtomicLong now = new AtomicLong(-77);
    private final Sightings sightings = new Sightings(16_000, now::get);

    @Test
    void knowsNothingAtFirst() {
        assertThat(sightings.seenWithin(PREFIX, Duration.ofHours(1))).isFalse();
    }

    @Test
    void countsTheTimeFromTheLastSighting() {
        sightings.record(List.of(PREFIX));
        pass(Duration.ofMinutes(4));
        sightings.record(List.of(PREFIX));
        pass(Duration.ofMinutes(4));

        assertThat(sightings.seenWithin(PREFIX, Duration.ofMinutes(5))).isTrue();
        assertThat(sightings.seenWithin(PREFIX, Duration.ofMinutes(4))).isFalse();
    }

    @Test
    void looksBackAnHourAndNoLonger() {
        sightings.record(List.of(PREFIX));
        pass(Duration.ofMinutes(59));
        assertThat(sightings.seenWithin(PREFIX, Duration.ofHours(1))).isTrue();

        pass(Duration.ofMinutes(1));
        assertThat(sightings.seenWithin(PREFIX, Duration.ofHours(9))).isFalse();
        assertThat(sightings.size()).isZero();
    }

    @Test
    void neverRemembersMoreThanItWasGivenRoomFor() {
        for (int i = 0; i < 10_000; i++) {
            sightings.record(List.of(new Digest(i, -i)));
        }

        assertThat(sightings.size()).isBetween(50L, 100L);
    }

    @Test
    void losesNoSightingOfManyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CountDownLatch done = new CountDownLatch(4);
        for (int t = 0; t < 4; t++) {
            int thread = t;
            threads.execute(() -> {
                for (int i = 0; i < 2_000; i++) {
                    sightings.record(List.of(new Digest(thread, i % 20)));
                }
                done.countDown();
            });
        }
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        threads.shutdown();

        for (int t = 0; t < 4; t++) {
            for (int i = 0; i < 20; i++) {
                assertThat(sightings.seenWithin(new Digest(t, i), Duration.ofHours(1)))
                        .isTrue();
            }
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
