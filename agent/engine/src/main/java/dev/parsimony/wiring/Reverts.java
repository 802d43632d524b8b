// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Log;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * Steps that rest because a provider refused what they made of a request. If it took the same request as the application
 * wrote it, they rest an hour for that account, host and model; if it refused that too, the request itself was at fault, and
 * they rest a minute for that account, so that such a fault is not sent twice each time. An account and no client of the
 * SDK, since some applications build one for every call.
 */
final class Reverts {
    /** Why a step that rests does nothing. */
    static final String REASON = "refused_before";

    private static final Duration AT_FAULT = Duration.ofHours(1);
    private static final Duration NOT_AT_FAULT = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Log log;
    private final Cache<Where, Rest> resting;

    /** Where steps rest; an empty host and model stand for all of one account. */
    private record Where(Digest account, String host, String model) {}

    /** Which steps rest, and how long. */
    private record Rest(Set<String> steps, Duration length) {}

    Reverts(Log log, Ticker ticker) {
        this.log = log;
        resting = Caffeine.newBuilder()
                .maximumSize(MOST)
                .ticker(ticker)
                .executor(Runnable::run) // the common pool is the application's
                .expireAfter(Expiry.<Where, Rest>writing((where, rest) -> rest.length))
                .build();
    }

    /** Whether a response refuses the request itself: 400, 404 or 422. */
    static boolean isRefusal(Head head) {
        return head.status() == 400 || head.status() == 404 || head.status() == 422;
    }

    /**
     * Judges steps by what the provider said to the request as written.
     *
     * @param steps the steps it was relieved of
     * @param situation the call
     * @param head the answer to the request as written
     */
    void judge(Set<String> steps, Situation situation, Head head) {
        if (head.isSuccess()) {
            blame(steps, situation.credential(), host(situation), model(situation));
            log.warn(
                    "revert",
                    host(situation) + " refused a request for " + model(situation) + " as " + String.join(", ", steps)
                            + " changed it, and took it as written; this is not tried again there for an hour");
        } else if (isRefusal(head)) {
            acquit(steps, situation.credential());
        }
    }

    /** Whether a step rests for a call. */
    boolean rests(String step, Situation situation) {
        return rests(step, situation.credential(), host(situation), model(situation));
    }

    private static String model(Situation situation) {
        return situation.exchange().opening().model();
    }

    private static String host(Situation situation) {
        return situation.exchange().opening().address().host();
    }

    /** Whether a step rests for this account, host and model. */
    boolean rests(String step, Digest account, String host, String model) {
        return rests(step, new Where(account, host, model)) || rests(step, new Where(account, "", ""));
    }

    private boolean rests(String step, Where where) {
        Rest rest = resting.getIfPresent(where);
        return rest != null && rest.steps.contains(step);
    }

    /** The provider took the request as written: the steps were at fault. */
    void blame(Set<String> steps, Digest account, String host, String model) {
        rest(steps, new Where(account, host, model), AT_FAULT);
    }

    /** The provider refused the request as written too: it was at fault itself. */
    void acquit(Set<String> steps, Digest account) {
        rest(steps, new Where(account, "", ""), NOT_AT_FAULT);
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
