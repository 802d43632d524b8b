// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.EventData;
import dev.parsimony.exchange.Framing;
import dev.parsimony.exchange.Guard;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Shows the events of a stream to an {@link AnswerReader} as the bytes pass by, cut into chunks however the network pleases.
 * It throws nothing: the reader is guarded, and bytes pass whatever becomes of it.
 *
 * <p>Without hiding, each chunk is handed on at once and as it is. With hiding, an event is handed on when its end is known,
 * so that one the reader declines can be left out to the byte; whole events in one chunk, the usual case, still pass as that
 * very chunk.
 */
public final class EventStream {
    /** An event longer than this is not worth the memory: from there on the stream passes unread. 8 MiB. */
    private static final int LONGEST_EVENT = 8 << 20;

    /** What the reader says of an event. */
    private enum Sight {
        SHOWN,
        HIDDEN,
        UNREAD
    }

    private final AnswerReader reader;
    private final boolean hides;
    private final Guard guard;
    private final EventFrame frame;
    private byte[] own = new byte[0]; // holds an event whose end has not come yet
    private int held;
    private boolean unread;
    private long events;

    /**
     * Stands in a stream.
     *
     * @param framing how it is cut into events
     * @param reader who is shown the events
     * @param hides whether an event that the reader declines is kept from the application
     * @param guard runs the reader
     */
    public EventStream(Framing framing, AnswerReader reader, boolean hides, Guard guard) {
        this.frame = EventFrame.of(framing);
        this.reader = reader;
        this.hides = hides;
        this.guard = guard;
    }

    /**
     * Bytes on their way to the application.
     *
     * @param chunk what the transport gave; the transport may use its array again afterwards
     * @return what the application is to read now
     */
    public Chunk pass(Chunk chunk) {
        if (unread || chunk.length() == 0) {
            return chunk;
        }
        if (held == 0) {
            return read(chunk.bytes(), chunk.from(), chunk.from() + chunk.length(), chunk);
        }
        int length = held + chunk.length();
        reserve(length);
        System.arraycopy(chunk.bytes(), chunk.from(), own, held, chunk.length());
        return read(own, 0, length, chunk);
    }

    private Chunk read(byte[] bytes, int from, int to, Chunk chunk) {
        Shown shown = new Shown(bytes, from);
        int start = from;
        int end;
        while ((end = frame.next(bytes, start, to)) >= 0) {
            if (!show(bytes, start)) {
                shown.leaveOut(start, end);
            }
            frame.clear();
            start = end;
        }
        if (end == EventFrame.LOST || to - start > LONGEST_EVENT) {
            unread = true;
            frame.clear();
        }
        int shownTo = unread ? to : start;
        Chunk result = hides && !shown.isAll(chunk, shownTo) ? shown.upTo(shownTo) : chunk;
        hold(bytes, shownTo, to);
        return result;
    }

    /** Shows an event to the reader; returns whether the application is to see it. */
    private boolean show(byte[] bytes, int start) {
        if (!frame.hasData()) {
            return true;
        }
        events++;
        String error = frame.error(bytes, start);
        if (!error.isEmpty()) {
            guard.run("read_answer", () -> reader.error(error));
            return true;
        }
        return isVisible(frame.name(bytes, start), frame.data(bytes, start));
    }

    private boolean isVisible(String name, EventData data) {
        Sight sight =
                guard.run("read_answer", Sight.UNREAD, () -> reader.event(name, data) ? Sight.SHOWN : Sight.HIDDEN);
        return sight == Sight.SHOWN || (sight == Sight.UNREAD && !(hides && looksHidden(data)));
    }

    /** Whether an event that nobody could read looks like the one that was asked for by us: usage, and no choices. */
    private static boolean looksHidden(EventData data) {
        return data.mayHold("usage") && data.contains("\"choices\":[]");
    }

    private void hold(byte[] bytes, int from, int to) {
        held = to - from;
        if (bytes != own || from > 0) { // else it stands there already, however long it has grown
            reserve(held);
            System.arraycopy(bytes, from, own, 0, held);
        }
    }

    private void reserve(int length) {
        if (length > own.length) {
            own = Arrays.copyOf(own, Math.max(length, own.length * 2));
        }
    }

    /**
     * The stream was read to its end. A last event without the blank line that should end it is shown to the reader too.
     *
     * @return what had been held back
     */
    public Chunk end() {
        frame.finish(own, held);
        boolean visible = show(own, 0) && hides;
        frame.clear();
        Chunk rest = visible ? new Chunk(own, 0, held) : Chunk.empty();
        held = 0;
        return rest;
    }

    /** How many events with data have passed. */
    public long events() {
        return events;
    }

    /** The bytes of one look that the application may see. */
    private static final class Shown {
        private final byte[] bytes;
        private final int first;
        private final ByteArrayOutputStream before = new ByteArrayOutputStream(0);
        private int from;

        Shown(byte[] bytes, int first) {
            this.bytes = bytes;
            this.first = first;
            this.from = first;
        }

        void leaveOut(int start, int end) {
            before.write(bytes, from, start - from);
            from = end;
        }

        /** Whether it is the very bytes of the chunk that came. */
        boolean isAll(Chunk chunk, int to) {
            return bytes == chunk.bytes() && from == first && to == chunk.from() + chunk.length();
        }

        Chunk upTo(int to) {
            before.write(bytes, from, to - from);
            return Chunk.of(before.toByteArray());
        }
    }
}
