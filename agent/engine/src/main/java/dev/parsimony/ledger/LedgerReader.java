// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads ledgers from streams, in as much memory as their longest line takes. */
public final class LedgerReader {
    private static final int BLOCK = 1 << 16;

    /** No line is longer, whoever wrote it: a request of that size is refused everywhere. */
    private static final int LONGEST = 256 << 20;

    /** Takes what is read. */
    public interface Sink {
        /** A call or a gap. */
        void entry(Entry entry);

        /**
         * A line that is no entry: one that was torn when its writer died, or another file's.
         *
         * @param line which, from 1
         */
        void unreadable(long line);
    }

    private final Sink sink;
    private byte[] buffer = new byte[BLOCK];
    private int filled;
    private long lines;

    private LedgerReader(Sink sink) {
        this.sink = sink;
    }

    /**
     * Reads a stream to its end. Empty lines mean nothing.
     *
     * @param in a ledger; not closed
     * @param sink takes what is read, in order
     * @throws IOException if it cannot be read, or has a line of more than 256 MiB
     */
    public static void read(InputStream in, Sink sink) throws IOException {
        new LedgerReader(sink).read(in);
    }

    private void read(InputStream in) throws IOException {
        int read;
        while ((read = in.read(buffer, filled, buffer.length - filled)) >= 0) {
            int from = filled;
            filled += read;
            takeLines(from);
            if (filled == buffer.length) {
                grow();
            }
        }
        if (filled > 0) {
            take(0, filled);
        }
    }

    private void takeLines(int unseen) {
        int start = 0;
        for (int i = unseen; i < filled; i++) {
            if (buffer[i] == '\n') {
                take(start, i);
                start = i + 1;
            }
        }
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        filled -= start;
    }

    private void grow() throws IOException {
        if (buffer.length >= LONGEST) {
            throw new IOException("line " + (lines + 1) + " is longer than 256 MiB, so this is no ledger");
        }
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }

    private void take(int from, int to) {
        lines++;
        if (to > from) {
            LineReader.read(buffer, from, to).ifPresentOrElse(sink::entry, () -> sink.unreadable(lines));
        }
    }
}
