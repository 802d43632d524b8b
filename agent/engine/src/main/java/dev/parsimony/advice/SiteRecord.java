// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.advice;

import dev.parsimony.exchange.Hindsight;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What hindsight says of one call site's calls, summed up. */
final class SiteRecord {
    private static final long MINUTE = 60_000_000;
    private static final long[] TTLS = {10 * MINUTE, 60 * MINUTE, 1440 * MINUTE};
    private static final String[] TTL_NAMES = {"10m", "1h", "1d"};
    private static final BigDecimal MOST_OF = new BigDecimal("0.9");
    private static final int MOST_BREAKERS = 8;

    private final Map<String, Integer> breakers = new LinkedHashMap<>();
    private final Gain[] repeats = {new Gain(), new Gain(), new Gain()};
    private final Gain unread = new Gain();
    private final Gain broken = new Gain();
    private final Map<Swap, Gain> swaps = new LinkedHashMap<>();
    private long began = Long.MAX_VALUE;
    private long calls;
    private long capped;
    private long cap;
    private long longest;

    /** Adds a call. */
    void add(long at, BigDecimal usd, long output, Hindsight hindsight) {
        began = Math.min(began, at);
        calls++;
        longest = Math.max(longest, output);
        if (hindsight.cap() >= 0) {
            capped++;
            cap = Math.max(cap, hindsight.cap());
        }
        for (int i = 0; i < TTLS.length; i++) {
            if (hindsight.againMicros() >= 0 && hindsight.againMicros() <= TTLS[i]) {
                repeats[i].add(usd, 1);
            }
        }
        unread.add(hindsight.unread(), hindsight.standsFor());
        if (broken.add(hindsight.broken(), hindsight.standsFor())) {
            brokenBy(hindsight.breaker());
        }
    }

    /** Adds what a call would have cost less at another model, which handles a share of such. */
    void add(long at, Swap swap, BigDecimal less) {
        began = Math.min(began, at);
        swaps.computeIfAbsent(swap, first -> new Gain()).add(less.multiply(swap.share()), 1);
    }

    private void brokenBy(String breaker) {
        if (breakers.size() < MOST_BREAKERS || breakers.containsKey(breaker)) {
            breakers.merge(breaker, 1, Integer::sum);
        }
    }

    /** When the first call ended, in nanoseconds. */
    long began() {
        return began;
    }

    long calls() {
        return calls;
    }

    /** Of the lifetimes that an answer may have, the shortest by which most repeats are served: its place. */
    private int ttl() {
        BigDecimal most = repeats[TTLS.length - 1].usd().multiply(MOST_OF);
        int place = 0;
        while (place < TTLS.length - 1 && repeats[place].usd().compareTo(most) < 0) {
            place++;
        }
        return place;
    }

    String ttlName() {
        return TTL_NAMES[ttl()];
    }

    /** Repeats that such a lifetime serves. */
    Gain repeats() {
        return repeats[ttl()];
    }

    /** Prefixes that repeated whole, and were not read from a cache. */
    Gain unread() {
        return unread;
    }

    /** Prefixes that a piece broke. */
    Gain broken() {
        return broken;
    }

    /** What each lever would have saved; cheaper models and caps apart. */
    Map<String, Gain> gains() {
        return Map.of(Adviser.RESPONSE_CACHE, repeats(), Adviser.PROMPT_CACHE, unread, Adviser.STABLE_PREFIX, broken);
    }

    /** The piece that broke most of them. */
    String breaker() {
        return breakers.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** What cheaper models would have saved. */
    Map<Swap, Gain> swaps() {
        return Collections.unmodifiableMap(swaps);
    }

    /** The highest cap; 0 unless every call set one. */
    long cap() {
        return capped == calls ? cap : 0;
    }

    /** The longest answer, in tokens. */
    long longest() {
        return longest;
    }
}
