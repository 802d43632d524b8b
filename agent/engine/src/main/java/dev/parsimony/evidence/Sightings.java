// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parsimony.exchange.Digest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * When each prefix was last sent, for as long as any provider's cache could hold it. Bounded in bytes: what was not sent for
 * longest gives way first, and the worst that follows is a mark not set.
 */
public final class Sightings {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final long ENTRY_BYTES = 160; // the cache's node, a digest and a boxed long; counted

    private final LongSupplier ticker;
    private final Cache<Digest, Long> last;

    /**
     * No sightings yet.
     *
     * @param maxBytes what they may take, in bytes
     * @param ticker nanoseconds from some origin, never going back
     */
    public Sightings(long maxBytes, LongSupplier ticker) {
        this.ticker = ticker;
        this.last = Caffeine.newBuilder()
                .maximumSize(Math.max(1, maxBytes / ENTRY_BYTES))
                .expireAfterWrite(LONGEST)
                .ticker(ticker::getAsLong)
                .executor(Runnable::run)
                .build();
    }

    /**
     * Notes that prefixes were sent, just now.
     *
     * @param prefixes their digests, as {@link Marks#prefixes} has them
     */
    public void record(List<Digest> prefixes) {
        Long now = ticker.getAsLong();
        prefixes.forEach(prefix -> last.put(prefix, now));
    }

    /**
     * Whether a prefix was sent no longer ago than that.
     *
     * @param prefix its digest
     * @param lifetime how long the provider's cache holds what it is told to hold
     */
    boolean seenWithin(Digest prefix, Duration lifetime) {
        return Optional.ofNullable(last.getIfPresent(prefix))
                .filter(at -> ticker.getAsLong() - at < lifetime.toNanos())
                .isPresent();
    }

    long size() {
        last.cleanUp();
        return last.estimatedSize();
    }

    @Override
    public String toString() {
        return last.estimatedSize() + " prefixes seen";
    }
}
