// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the provider holds of a family's prefixes at some moment, and what it will hold once an answer has begun.
 *
 * @param entries in the order of their stems' numbers and then of time
 */
record Stock(List<Entry> entries) {
    private static final Comparator<Entry> IN_ORDER =
            Comparator.comparingInt((Entry entry) -> entry.stem().number()).thenComparing(Entry::from);

    /** Nothing. */
    static final Stock EMPTY = new Stock(List.of());

    /**
     * A prefix that is held.
     *
     * @param stem the prefix
     * @param life the number of the life for which it was written
     * @param from it can be read after this moment; {@link Instant#MIN} where it can be read
     * @param until it can be read before this moment, unless it is used before
     */
    record Entry(Stem stem, int life, Instant from, Instant until) {
        boolean isReadable() {
            return from.equals(Instant.MIN);
        }
    }

    /**
     * What of it is of use to a call and to those that follow: what has begun can be read, and of two entries of one prefix
     * the one counts that is held for longer.
     *
     * @param turn which of the family's calls
     * @param now when that is made
     */
    Stock at(int turn, Instant now) {
        List<Entry> left = new ArrayList<>();
        for (Entry entry : entries) {
            boolean begun = entry.from.isBefore(now);
            Entry next = begun ? new Entry(entry.stem, entry.life, Instant.MIN, entry.until) : entry;
            Entry last = left.isEmpty() ? next : left.get(left.size() - 1);
            if (begun && !left.isEmpty() && last.stem == next.stem && last.isReadable()) {
                left.set(left.size() - 1, last.until.isAfter(next.until) ? last : next);
            } else {
                left.add(next);
            }
        }
        left.removeIf(entry -> !entry.stem.isVisited(turn, entry.from, entry.until));
        return new Stock(left);
    }

    /** Whether a prefix can be read. */
    boolean holds(Stem stem) {
        return entries.stream().anyMatch(entry -> entry.stem == stem && entry.isReadable());
    }

    /**
     * What is held after a call.
     *
     * @param turn the call
     * @param hit where the prefix ends that it reads; -1 for none
     * @param written what it writes
     */
    Stock after(Turn turn, int hit, List<Entry> written) {
        List<Entry> next = new ArrayList<>(entries.size() + written.size());
        for (Entry entry : entries) {
            boolean read = entry.isReadable()
                    && turn.ends().subList(0, hit + 1).stream().anyMatch(end -> end.stem() == entry.stem);
            next.add(read ? new Entry(entry.stem, entry.life, entry.from, turn.readUntil(entry.life)) : entry);
        }
        next.addAll(written);
        next.sort(IN_ORDER);
        return new Stock(next);
    }
}
