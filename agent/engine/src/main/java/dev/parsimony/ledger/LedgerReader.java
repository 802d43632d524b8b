// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * Reads ledgers from streams, on as many processors as there are but in their order, and in as much memory as a few of their
 * longest lines take.
 */
public final class LedgerReader {
    private static final int BLOCK_BYTES = 1 << 18;

    /** No line is longer, whoever wrote it: a request of that size is refused everywhere. */
    private static final int LONGEST = 256 << 20;

    /** How many blocks may be under way; each holds some hundred lines. */
    private static final int AHEAD = 1 + Math.min(8, Runtime.getRuntime().availableProcessors());

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

    /**
     * What stands in a line that is not empty.
     *
     * @param number which line of its block, from 1
     * @param entry what it says; empty if it is no entry
     */
    private record Line(int number, Optional<Entry> entry) {}

    /**
     * What a block says.
     *
     * @param lines those that are not empty, in order
     * @param count how many line feeds it has
     */
    private record Block(List<Line> lines, int count) {
        static Block of(byte[] bytes, int length) {
            List<Line> lines = new ArrayList<>();
            int count = 0;
            int start = 0;
            for (int i = 0; i <= length; i++) {
                if (i == length || bytes[i] == '\n') {
                    count++;
                    if (i > start) {
                        lines.add(new Line(count, LineReader.read(bytes, start, i)));
                    }
                    start = i + 1;
                }
            }
            return new Block(lines, count - 1);
        }
    }

    private final Sink sink;
    private final Queue<ForkJoinTask<Block>> ahead = new ArrayDeque<>();
    private byte[] buffer = new byte[BLOCK_BYTES];
    private int filled;
    private long lines;

    private LedgerReader(Sink sink) {
        this.sink = sink;
    }

    /**
     * Reads a stream to its end. Empty lines mean nothing.
     *
     * @param in a ledger; not closed
     * @param sink takes what is read, in order and on the caller's thread
     * @throws IOException if it cannot be read, or has a line of more than 256 MiB
     */
    public static void read(InputStream in, Sink sink) throws IOException {
        new LedgerReader(sink).read(in);
    }

    private void read(InputStream in) throws IOException {
        int read;
        while ((read = in.readNBytes(buffer, filled, buffer.length - filled)) > 0) {
            filled += read;
            int whole = wholeLines(filled - read);
            if (whole > 0) {
                send(whole);
            } else if (filled == buffer.length) {
                grow();
            }
        }
        send(filled);
        while (!ahead.isEmpty()) {
            deliver();
        }
    }

    /** How many bytes the lines take that are there to their ends. */
    private int wholeLines(int unseen) {
        for (int i = filled; i > unseen; i--) {
            if (buffer[i - 1] == '\n') {
                return i;
            }
        }
        return 0;
    }

    private void grow() throws IOException {
        if (buffer.length >= LONGEST) {
            throw new IOException("a line is longer than 256 MiB, so this is no ledger");
        }
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }

    /** Has the first bytes of the buffer read by somebody; what stands behind them begins the next one. */
    private void send(int length) {
        byte[] block = buffer;
        int rest = filled - length;
        buffer = new byte[Math.max(BLOCK_BYTES, 2 * rest)];
        System.arraycopy(block, length, buffer, 0, rest);
        filled = rest;
        if (ahead.size() == AHEAD) {
            deliver();
        }
        ahead.add(ForkJoinPool.commonPool().submit(() -> Block.of(block, length)));
    }

    private void deliver() {
        Block block = ahead.remove().join();
        for (Line line : block.lines()) {
            line.entry().ifPresentOrElse(sink::entry, () -> sink.unreadable(lines + line.number()));
        }
        lines += block.count();
    }
}
