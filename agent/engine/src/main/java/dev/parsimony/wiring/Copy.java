// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Chunk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a body as it passes, dropped when it grows beyond its limit. It grows by pieces, so that nothing is copied twice
 * before it is whole: some two and a half times the body are allocated in all.
 */
final class Copy {
    private static final int SMALLEST_PIECE = 1024;

    private final int limit;
    private final List<byte[]> full = new ArrayList<>();
    private byte[] last = new byte[0];
    private int used; // of the last piece
    private int size;
    private boolean dropped;

    /**
     * Begins a copy.
     *
     * @param limit the most bytes; 0 for no copy at all
     */
    Copy(int limit) {
        this.limit = limit;
        this.dropped = limit == 0;
    }

    /** Whether somebody asked for it. */
    boolean isWanted() {
        return limit > 0;
    }

    void add(Chunk chunk) {
        if (dropped) {
            return;
        }
        if (chunk.length() > limit - size) {
            drop();
            return;
        }
        int from = chunk.from();
        int end = from + chunk.length();
        while (from < end) {
            if (used == last.length) {
                grow(end - from);
            }
            int part = Math.min(end - from, last.length - used);
            System.arraycopy(chunk.bytes(), from, last, used, part);
            used += part;
            from += part;
        }
        size += chunk.length();
    }

    private void grow(int least) {
        full.add(last);
        int half = Math.min(size / 2, limit - size);
        last = new byte[Math.max(least, Math.max(SMALLEST_PIECE, half))];
        used = 0;
    }

    private void drop() {
        dropped = true;
        full.clear();
        last = new byte[0];
        used = 0;
    }

    /** The whole copy, the same array each time; null if there is none, or it was dropped. */
    byte @Nullable [] whole() {
        if (dropped) {
            return null;
        }
        if (size != last.length) {
            last = joined();
            full.clear();
            used = size;
        }
        return last;
    }

    private byte[] joined() {
        byte[] all = new byte[size];
        int at = 0;
        for (byte[] piece : full) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        System.arraycopy(last, 0, all, at, used);
        return all;
    }
}
