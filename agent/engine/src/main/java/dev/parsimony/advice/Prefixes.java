// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.advice;

import dev.parsimony.exchange.QuickHash;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What stood before the conversation in the last call of a site that was looked at, for comparison with the next. A prefix that
 * comes again is known by one hash; it is taken to pieces only where it differs.
 */
final class Prefixes {
    /** Of so many calls every prompt is looked at, then those of two in {@link #EVERY}: to do so takes time. */
    private static final int ALL = 128;

    private static final int EVERY = 32;
    /** The shortest lifetime of a provider's prompt cache: Anthropic's, five minutes. */
    private static final long LIFETIME = 300_000_000_000L;

    private List<Piece> last = List.of();
    private long lastHead;
    private Variation variation = Variation.none();
    private long lastAt;
    private long calls;

    /** Compares a call's prompt with that before it; the second of two in a row stands for all between. */
    synchronized Prefix look(Observation call, QuickHash hash) {
        calls++;
        if (calls > ALL && calls % EVERY >= 2) {
            return Prefix.unremarkable(0);
        }
        int standsFor = calls <= ALL ? 1 : calls % EVERY == 1 ? EVERY : 0;
        long head = Piece.head(call.request(), hash);
        boolean again = !last.isEmpty() && head == lastHead;
        List<Piece> pieces = again ? last : Piece.of(call.request(), hash);
        Prefix seen = Prefix.unremarkable(standsFor);
        Prefix prefix = standsFor == 0 ? seen : compare(seen, call, pieces);
        last = pieces;
        lastHead = head;
        lastAt = call.at();
        return prefix;
    }

    private Prefix compare(Prefix seen, Observation call, List<Piece> pieces) {
        if (last.isEmpty() || pieces.isEmpty() || call.at() - lastAt > LIFETIME) {
            return written(seen, call, pieces);
        }
        int same = pieces == last ? pieces.size() : same(pieces);
        if (same == pieces.size() && same == last.size()) {
            return whole(seen, call, bytes(pieces));
        }
        Prefix prefix = written(seen, call, pieces);
        return same == pieces.size() ? prefix : varying(prefix, call, pieces, same); // else the last went on behind it
    }

    private int same(List<Piece> pieces) {
        int same = 0;
        while (same < Math.min(pieces.size(), last.size())
                && pieces.get(same).hash() == last.get(same).hash()) {
            same++;
        }
        return same;
    }

    /** A prefix came again, whole. */
    private static Prefix whole(Prefix seen, Observation call, long bytes) {
        long tokens = tokens(call, bytes);
        boolean unread = tokens > call.cached() && call.markable().getAsBoolean();
        return unread ? seen.withUnread(call.prices().ifRead(tokens - call.cached())) : seen;
    }

    /** A prefix would have been written that was not there, which is paid for before anything is saved. */
    private static Prefix written(Prefix seen, Observation call, List<Piece> pieces) {
        long tokens = tokens(call, bytes(pieces));
        boolean unwritten = tokens > 0 && call.markable().getAsBoolean();
        return unwritten ? seen.withUnread(call.prices().ifWritten(tokens).min(BigDecimal.ZERO)) : seen;
    }

    private Prefix varying(Prefix seen, Observation call, List<Piece> pieces, int same) {
        Set<Long> known = new HashSet<>();
        last.forEach(piece -> known.add(piece.hash()));
        long before = bytes(pieces.subList(0, same));
        long steady = before
                + bytes(pieces.subList(same, pieces.size()).stream()
                        .filter(piece -> known.contains(piece.hash()))
                        .toList());
        long more = tokens(call, steady) - call.cached();
        if (steady == before || more <= 0) {
            return seen;
        }
        Piece breaker = pieces.get(same);
        variation = variation.next(breaker, call.body(), known.contains(breaker.hash()));
        return seen.withBroken(call.prices().ifRead(more), variation.toString());
    }

    /** How many tokens of the input so many bytes of the prompt make; 0 where they are too few to be cached. */
    private static long tokens(Observation call, long bytes) {
        long all = Math.max(1, call.request().promptBytes());
        long tokens = call.input() * Math.min(bytes, all) / all;
        return tokens >= call.minimum() ? tokens : 0;
    }

    private static long bytes(List<Piece> pieces) {
        return pieces.stream().mapToLong(Piece::bytes).sum();
    }
}
