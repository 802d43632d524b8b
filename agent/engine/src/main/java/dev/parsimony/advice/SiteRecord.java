// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.advice;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was seen of one call site's calls. Sums of money are exact, in picodollars. */
final class SiteRecord {
    private static final long MINUTE = 60_000_000_000L;
    private static final long[] TTLS = {10 * MINUTE, 60 * MINUTE, 1440 * MINUTE};
    private static final String[] TTL_NAMES = {"10m", "1h", "1d"};
    private static final double MOST_OF = 0.9;
    /** Prompts are taken to pieces of so many calls, then of two in {@link #EVERY}: to do so takes time. */
    private static final int ALL = 1_000;

    private static final int EVERY = 32;
    /** The shortest lifetime of a provider's prompt cache: Anthropic's, five minutes. */
    private static final long LIFETIME = 5 * MINUTE;

    private final Map<String, Integer> varying = new LinkedHashMap<>();
    private final Gain[] repeats = {new Gain(), new Gain(), new Gain()};
    private final Gain unread = new Gain();
    private final Gain broken = new Gain();
    private List<Piece> last = List.of();
    private long lastAt;
    private long began;
    private long calls;
    private int weight = 1;
    private long capped;
    private long cap;
    private long longest;

    /** Notes a call, and tells whether its prompt is to be looked at as well. */
    boolean add(Observation call, long sinceSame) {
        began = calls == 0 ? call.at() : began;
        calls++;
        repeat(call, sinceSame);
        cap(call);
        return calls <= ALL || calls % EVERY < 2;
    }

    /** Looks at a call's prompt: at each of the first, then at two in a row, the second of which counts for all between. */
    void look(Observation call, List<Piece> pieces) {
        boolean counts = calls <= ALL || calls % EVERY == 1;
        if (counts) {
            weight = calls <= ALL ? 1 : EVERY;
            prefix(call, pieces);
        }
        last = pieces;
        lastAt = call.at();
    }

    private void repeat(Observation call, long sinceSame) {
        for (int i = 0; i < TTLS.length; i++) {
            if (call.reusable() && sinceSame >= 0 && sinceSame <= TTLS[i]) {
                repeats[i].add(call.usd(), 1);
            }
        }
    }

    private void cap(Observation call) {
        longest = Math.max(longest, call.output());
        if (call.request().cap().isPresent()) {
            capped++;
            cap = Math.max(cap, call.request().cap().getAsLong());
        }
    }

    /** Compares what stands before the conversation with what stood there in the call before. */
    private void prefix(Observation call, List<Piece> pieces) {
        if (last.isEmpty() || pieces.isEmpty() || call.at() - lastAt > LIFETIME) {
            written(call, pieces);
            return;
        }
        int same = 0;
        while (same < pieces.size()
                && same < last.size()
                && pieces.get(same).hash() == last.get(same).hash()) {
            same++;
        }
        long before = bytes(pieces.subList(0, same));
        if (same == pieces.size() && same == last.size()) {
            whole(call, before);
        } else {
            written(call, pieces);
            varying(call, pieces, same, before);
        }
    }

    /** A prefix came again, whole. */
    private void whole(Observation call, long bytes) {
        long tokens = tokens(call, bytes);
        if (call.markable().getAsBoolean() && tokens > call.cached()) {
            unread.add(call.prices().ifRead(tokens - call.cached()), weight);
        }
    }

    /** A prefix would have been written that was not there, which is paid for before anything is saved. */
    private void written(Observation call, List<Piece> pieces) {
        if (call.markable().getAsBoolean()) {
            unread.lose(call.prices().ifWritten(tokens(call, bytes(pieces))).negate(), weight);
        }
    }

    private void varying(Observation call, List<Piece> pieces, int same, long before) {
        if (same == pieces.size()) {
            return; // the last call's went on behind it
        }
        Set<Long> known = new HashSet<>();
        last.forEach(piece -> known.add(piece.hash()));
        long steady = before
                + bytes(pieces.subList(same, pieces.size()).stream()
                        .filter(piece -> known.contains(piece.hash()))
                        .toList());
        long more = tokens(call, steady) - call.cached();
        if (steady > before && more > 0 && broken.add(call.prices().ifRead(more), weight)) {
            String name = pieces.get(same).name();
            if (varying.size() < 8 || varying.containsKey(name)) {
                varying.merge(name, 1, Integer::sum);
            }
        }
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

    /** When the first call was seen, in nanoseconds. */
    long began() {
        return began;
    }

    long calls() {
        return calls;
    }

    /** Of the lifetimes that an answer may have, the shortest by which most repeats are served: its place. */
    private int ttl() {
        int place = 0;
        while (place < TTLS.length - 1 && repeats[place].usd() < MOST_OF * repeats[TTLS.length - 1].usd()) {
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

    /** The piece that broke most of them. */
    String breaker() {
        return varying.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
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
