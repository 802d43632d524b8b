// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.function.LongSupplier;

/**
 * When what happened in one call, in nanoseconds since it began. The time that Parsimony itself took is summed apart from
 * the time it waited for others.
 */
public final class Timeline {
    private final LongSupplier ticker;
    private final long began;
    private long firstChunk = -1;
    private long lastChunk = -1;
    private long chunks;
    private long ended = -1;
    private long ours;

    /**
     * Begins now.
     *
     * @param ticker nanoseconds from some origin, never going back
     */
    public Timeline(LongSupplier ticker) {
        this.ticker = ticker;
        this.began = ticker.getAsLong();
    }

    /** Nanoseconds since the call began. */
    public long now() {
        return ticker.getAsLong() - began;
    }

    /** Notes that a chunk of the answer came. */
    public void chunk() {
        lastChunk = now();
        firstChunk = firstChunk < 0 ? lastChunk : firstChunk;
        chunks++;
    }

    /** Notes that the call is over; the first time counts. */
    public void end() {
        ended = ended < 0 ? now() : ended;
    }

    /** Notes that the call is made again: it is not over, and no chunk has come. */
    public void again() {
        firstChunk = -1;
        lastChunk = -1;
        chunks = 0;
        ended = -1;
    }

    /**
     * Counts time as Parsimony's own.
     *
     * @param nanos how long, in nanoseconds
     */
    public void spend(long nanos) {
        ours += nanos;
    }

    /** Nanoseconds to the first chunk of a stream; negative if none came. */
    public long firstChunk() {
        return firstChunk;
    }

    /** Nanoseconds to the last chunk of a stream; negative if none came. */
    public long lastChunk() {
        return lastChunk;
    }

    /** How many chunks came. */
    public long chunks() {
        return chunks;
    }

    /** Nanoseconds to the end; negative while the call goes on. */
    public long ended() {
        return ended;
    }

    /** Nanoseconds that Parsimony itself took. */
    public long ours() {
        return ours;
    }
}
