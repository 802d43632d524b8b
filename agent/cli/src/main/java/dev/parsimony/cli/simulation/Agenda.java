// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that stands still while something happens, and then goes on to what happens next. For one thread. */
final class Agenda implements InstantSource {
    private static final Comparator<Entry> IN_ORDER =
            Comparator.comparing(Entry::at).thenComparingLong(Entry::number);

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(IN_ORDER);
    private Instant now;
    private long count;

    private record Entry(Instant at, long number, Runnable what) {}

    /** A clock that stands at this time. */
    Agenda(Instant from) {
        this.now = from;
    }

    /** Lets something happen at a time, behind all that was entered for it before; at once, if that time is past. */
    void at(Instant time, Runnable what) {
        entries.add(new Entry(time.isBefore(now) ? now : time, count++, what));
    }

    /** Lets everything happen in order, and what follows from it. */
    void run() {
        while (!entries.isEmpty()) {
            Entry next = entries.remove();
            now = next.at;
            next.what.run();
        }
    }

    @Override
    public Instant instant() {
        return now;
    }
}
