// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Into how many parts each key is split, since about fifteen requests a minute with one prefix and key are led to one machine
 * and the rest elsewhere (OpenAI's prompt caching guide, November 2026). A power of two, which only grows while the key is in
 * use: each change parts requests from what they could have read.
 */
final class Spread {
    private static final int MOST_A_MINUTE = 15;
    private static final int MOST_PARTS = 64;
    private static final int MOST_KEYS = 10_000;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final LongSupplier ticker;
    private final Cache<String, Count> counts;

    /**
     * How often a key was used.
     *
     * @param from when counting began, in nanoseconds
     * @param uses how often since
     * @param parts how many parts that takes, or took before
     */
    private record Count(long from, int uses, int parts) {
        Count used(long now) {
            boolean over = now - from >= MINUTE;
            int since = over ? 1 : uses + 1;
            int enough = parts;
            while (since > enough * MOST_A_MINUTE && enough < MOST_PARTS) {
                enough *= 2;
            }
            return new Count(over ? now : from, since, enough);
        }
    }

    /** No key was used yet. */
    Spread(LongSupplier ticker) {
        this.ticker = ticker;
        this.counts = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterAccess(Duration.ofHours(1))
                .ticker(ticker::getAsLong)
                .executor(Runnable::run) // the common pool is the application's
                .build();
    }

    /** Counts a use of a key, and says into how many parts it is split. */
    int parts(String key) {
        long now = ticker.getAsLong();
        return counts.asMap()
                .merge(key, new Count(now, 1, 1), (count, first) -> count.used(now))
                .parts();
    }
}
