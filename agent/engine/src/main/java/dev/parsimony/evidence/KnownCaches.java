// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** What was learned of each call site at each prompt cache of a provider. Bounded: who was not heard of for longest gives way. */
final class KnownCaches {
    private static final int MOST = 512;

    private final Cache<Where, Site> sites = Caffeine.newBuilder()
            .maximumSize(MOST)
            .executor(Runnable::run) // the common pool is the application's
            .build();
    private final Cache<Place, Object> locks =
            Caffeine.newBuilder().weakValues().executor(Runnable::run).build();

    private record Where(Place place, String site) {}

    /** A call site at a cache. Sites of one cache share its lock, as they share its prefixes. */
    Site site(Place place, String site) {
        return sites.get(
                new Where(place, site), where -> new Site(locks.get(place, any -> new Object()), Account.fresh()));
    }
}
