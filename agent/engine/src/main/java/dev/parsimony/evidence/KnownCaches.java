// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.QuickHash;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was learned of each call site at each prompt cache of a provider. Bounded: who was not heard of for longest gives way;
 * what is then left of it is its account, so that nobody is lent anything twice. When there are as many of those as can be
 * kept, further ones are lent little.
 */
final class KnownCaches {
    /** What it takes at most, in bytes; a test measures it. */
    static final long BYTES = 8L << 20;

    private static final int MOST = 512;
    private static final int MOST_ACCOUNTS = 8192;

    private final Cache<Digest, Site> sites = Caffeine.newBuilder()
            .maximumSize(MOST)
            .executor(Runnable::run) // the common pool is the application's
            .build();
    private final Cache<Digest, Object> locks =
            Caffeine.newBuilder().weakValues().executor(Runnable::run).build();
    private final ConcurrentHashMap<Digest, Account> accounts = new ConcurrentHashMap<>();

    /**
     * A call site at a cache. Sites of one cache share its lock, as they share its prefixes.
     *
     * @param hash for what is kept of their names
     * @param place the cache
     * @param site the call site
     */
    Site site(QuickHash hash, Place place, String site) {
        Digest cache = place.addTo(hash).digest();
        Digest here = hash.digest(cache).text(site).digest();
        return sites.get(here, any -> new Site(locks.get(cache, unlocked -> new Object()), account(here)));
    }

    private Account account(Digest site) {
        Account known = accounts.get(site);
        if (known == null && accounts.size() >= MOST_ACCOUNTS) {
            return Account.late();
        }
        return known == null ? accounts.computeIfAbsent(site, any -> Account.fresh()) : known;
    }
}
