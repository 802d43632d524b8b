// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * Steps that rest because a provider refused what they made of a request. If it took the same request as the application
 * wrote it, they rest an hour for that client, host and model; if it refused that too, the request itself was at fault, and
 * they rest a minute for that client, so that such a fault is not sent twice each time.
 */
final class Reverts {
    private static final Duration AT_FAULT = Duration.ofHours(1);
    private static final Duration NOT_AT_FAULT = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Cache<Where, Rest> resting;

    /** Where steps rest; an empty host and model stand for all of one client. */
    private record Where(long client, String host, String model) {}

    /** Which steps rest, and how long. */
    private record Rest(Set<String> steps, Duration length) {}

    Reverts(Ticker ticker) {
        resting = Caffeine.newBuilder()
                .maximumSize(MOST)
                .ticker(ticker)
                .executor(Runnable::run) // the common pool is the application's
                .expireAfter(Expiry.<Where, Rest>writing((where, rest) -> rest.length))
                .build();
    }

    /** Whether a step rests for this client, host and model. */
    boolean rests(String step, long client, String host, String model) {
        return rests(step, new Where(client, host, model)) || rests(step, new Where(client, "", ""));
    }

    private boolean rests(String step, Where where) {
        Rest rest = resting.getIfPresent(where);
        return rest != null && rest.steps.contains(step);
    }

    /** The provider took the request as written: the steps were at fault. */
    void blame(Set<String> steps, long client, String host, String model) {
        rest(steps, new Where(client, host, model), AT_FAULT);
    }

    /** The provider refused the request as written too: it was at fault itself. */
    void acquit(Set<String> steps, long client) {
        rest(steps, new Where(client, "", ""), NOT_AT_FAULT);
    }

    private void rest(Set<String> steps, Where where, Duration length) {
        resting.asMap().merge(where, new Rest(Set.copyOf(steps), length), Reverts::both);
    }

    private static Rest both(Rest before, Rest now) {
        Set<String> steps = new TreeSet<>(before.steps);
        steps.addAll(now.steps);
        return new Rest(steps, now.length);
    }
}
