// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Calls between the threads that make them and the one that writes them down: so many, and so many bytes, and no more. */
final class Backlog {
    private final int mostCalls;
    private final long mostBytes;
    private final Deque<Pending> calls = new ArrayDeque<>();
    private long held;
    private long dropped;

    /**
     * Holds nothing yet.
     *
     * @param mostCalls how many calls may wait
     * @param mostBytes how many bytes of requests may wait
     */
    Backlog(int mostCalls, long mostBytes) {
        this.mostCalls = mostCalls;
        this.mostBytes = mostBytes;
    }

    /** Adds a call, or counts it as dropped where there is no room; never waits. */
    synchronized boolean offer(Pending call) {
        if (calls.size() >= mostCalls || (held > 0 && held + call.held() > mostBytes)) {
            dropped++;
            return false;
        }
        held += call.held();
        return calls.add(call);
    }

    /** Takes the oldest calls, at most so many. */
    synchronized List<Pending> take(int most) {
        List<Pending> taken = new ArrayList<>(Math.min(most, calls.size()));
        while (taken.size() < most && !calls.isEmpty()) {
            Pending call = calls.remove();
            held -= call.held();
            taken.add(call);
        }
        return taken;
    }

    /** Counts calls that were taken and could not be written. */
    synchronized void lose(long lost) {
        dropped += lost;
    }

    /** How many calls were dropped since this was last asked. */
    synchronized long takeDropped() {
        long sum = dropped;
        dropped = 0;
        return sum;
    }
}
