// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.EventData;
import dev.parsimony.exchange.Framing;

/**
 * One event of a stream while it comes in, in whichever framing. All offsets are kept from the event's first byte, so that
 * the event may move to another array while it is incomplete.
 */
sealed interface EventFrame permits AwsMessage, EventLines, JsonLine {
    /** Said of an event whose end has not come. */
    int MORE = -1;

    /** Said of bytes that are no event of this framing; nor is what follows them. */
    int LOST = -2;

    /** The frame of an event in this framing. */
    static EventFrame of(Framing framing) {
        return switch (framing) {
            case SERVER_SENT_EVENTS -> new EventLines();
            case JSON_LINES -> new JsonLine();
            case AWS_MESSAGES -> new AwsMessage();
        };
    }

    /**
     * Reads on in an event.
     *
     * @param bytes where it stands
     * @param start its first byte
     * @param to the byte behind the last there is
     * @return the byte behind the event, {@link #MORE} or {@link #LOST}
     */
    int next(byte[] bytes, int start, int to);

    /**
     * Takes what is there for the whole of the event, which stands at the array's start.
     *
     * @param to the byte behind its last
     */
    void finish(byte[] bytes, int to);

    /** Forgets the event, to begin the next. */
    void clear();

    /** Whether the event is to be shown: a comment or a blank line is not. */
    boolean hasData();

    /** The event's name; empty if it has none. */
    String name(byte[] bytes, int start);

    /** The event's data: where it stands, as far as it stands in one piece. */
    EventData data(byte[] bytes, int start);

    /** The kind of error that this event is instead of data, as its framing says it; empty if it is none. */
    default String error(byte[] bytes, int start) {
        return "";
    }
}
