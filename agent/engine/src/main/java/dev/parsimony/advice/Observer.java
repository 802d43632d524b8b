// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.advice;

import dev.parsimony.exchange.Hindsight;
import dev.parsimony.exchange.QuickHash;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at calls as they end and says of each what would have made it cheaper, by those before it. Sends nothing, and holds
 * hashes and sizes in bounded memory. Shared by all threads.
 */
public final class Observer {
    private static final int MOST_SITES = 200;
    private static final int MICROS = 1_000;

    private final QuickHash.Key key;
    private final Lately lately = new Lately();
    private final Map<String, Prefixes> sites = new HashMap<>();

    /**
     * An observer that has seen nothing.
     *
     * @param key the secret in every hash
     */
    public Observer(QuickHash.Key key) {
        this.key = key;
    }

    /** Looks at a call. */
    public Hindsight look(Observation call) {
        QuickHash hash = key.hash();
        long since = sinceSame(call, hash);
        Prefixes site = site(call.site());
        Prefix prefix = site == null ? Prefix.unremarkable(0) : site.look(call, hash);
        return new Hindsight(
                since < 0 || !call.reusable() ? -1 : since / MICROS,
                call.request().cap().orElse(-1),
                prefix.standsFor(),
                prefix.unread(),
                prefix.broken(),
                prefix.breaker());
    }

    private long sinceSame(Observation call, QuickHash hash) {
        long request = hash.number(call.account())
                .text(call.model())
                .bytes(call.body(), 0, call.body().length)
                .digest()
                .high();
        long trace =
                call.trace().isEmpty() ? 0 : hash.text(call.trace()).digest().high() | 1;
        synchronized (lately) {
            return lately.sinceLast(request, trace, call.at());
        }
    }

    private @Nullable Prefixes site(String name) {
        synchronized (sites) {
            boolean full = sites.size() >= MOST_SITES && !sites.containsKey(name);
            return name.isEmpty() || full ? null : sites.computeIfAbsent(name, first -> new Prefixes());
        }
    }
}
