// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import dev.parsimony.exchange.Digest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each prefix. Bounded in bytes: two generations, of which the older one gives way when the younger is full;
 * what is asked for moves to the younger. The worst that follows from forgetting is a mark not set.
 */
public final class Sightings {
    private final int most;
    private volatile ConcurrentHashMap<Digest, Sighting> young = new ConcurrentHashMap<>();
    private volatile Map<Digest, Sighting> old = Map.of();

    /**
     * No sightings yet.
     *
     * @param maxBytes what they may take, in bytes
     */
    public Sightings(long maxBytes) {
        this.most = (int) Math.max(1, Math.min(Integer.MAX_VALUE, maxBytes / 2 / Sighting.BYTES));
    }

    /** What is known of a prefix, which is remembered from now on. */
    Sighting of(Digest prefix) {
        Sighting known = find(prefix);
        if (known != null) {
            return known;
        }
        Sighting fresh = new Sighting();
        Sighting other = young.putIfAbsent(prefix, fresh);
        turn();
        return other == null ? fresh : other;
    }

    private @Nullable Sighting find(Digest prefix) {
        Sighting recent = young.get(prefix);
        if (recent != null) {
            return recent;
        }
        Sighting before = old.get(prefix);
        if (before != null) {
            young.put(prefix, before);
            turn();
        }
        return before;
    }

    private void turn() {
        if (young.size() > most) {
            synchronized (this) {
                if (young.size() > most) {
                    old = young;
                    young = new ConcurrentHashMap<>();
                }
            }
        }
    }

    long size() {
        return young.size() + (long) old.size();
    }

    @Override
    public String toString() {
        return size() + " prefixes seen";
    }
}
