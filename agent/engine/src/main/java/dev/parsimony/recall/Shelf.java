// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.recall;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.parsimony.exchange.Digest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Where answers are kept, bounded by bytes. An answer serves while it is younger than what the rule said when it was kept and
 * than what the rule of the one who asks says now. Upkeep runs on the thread that asks; there is no other.
 */
final class Shelf {
    private final LongSupplier ticker;
    private final Cache<Digest, Stored> answers;

    Shelf(long maxBytes, LongSupplier ticker) {
        this.ticker = ticker;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((Digest key, Stored stored) -> stored.weight())
                .expireAfter(Expiry.writing((Digest key, Stored stored) -> stored.ttl()))
                .ticker(ticker::getAsLong)
                .executor(Runnable::run)
                .build();
    }

    Optional<Stored> find(Digest key, Duration youngerThan) {
        return Optional.ofNullable(answers.getIfPresent(key))
                .filter(stored -> stored.age(ticker.getAsLong()).compareTo(youngerThan) < 0);
    }

    void put(Digest key, Stored stored) {
        answers.put(key, stored);
    }

    void clear() {
        answers.invalidateAll();
    }

    long bytes() {
        answers.cleanUp();
        return answers.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }

    @Override
    public String toString() {
        return answers.estimatedSize() + " answers";
    }
}
