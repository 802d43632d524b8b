// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.recall;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An answer that may be given again.
 *
 * @param reply what the application is handed; it carries {@link Reply#MARK}
 * @param answer what was read of it when it came
 * @param cost what it cost when it came, which is what giving it again saves
 * @param ttl how long it serves, by the rule under which it was kept
 * @param at when it was kept, in nanoseconds of the store's ticker
 */
public record Stored(Reply reply, Answer answer, Cost cost, Duration ttl, long at) {
    /** What an entry takes beside its bytes: the store's node, the key, this record and those in it; counted, rounded up. */
    private static final int OVERHEAD = 1024;

    static Stored of(Reply reply, Answer answer, Cost cost, Duration ttl, long at) {
        Map<String, List<String>> headers = Kept.of(reply.look());
        headers.put(Reply.MARK, List.of("hit"));
        return new Stored(new Reply(reply.status(), Map.copyOf(headers), reply.body()), answer, cost, ttl, at);
    }

    /**
     * How old the answer is.
     *
     * @param now nanoseconds of the store's ticker
     */
    public Duration age(long now) {
        return Duration.ofNanos(now - at);
    }

    int weight() {
        return OVERHEAD + Math.min(reply.body().length, Integer.MAX_VALUE - OVERHEAD);
    }

    @Override
    public String toString() {
        return reply + " of " + answer.model();
    }
}
