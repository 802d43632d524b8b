// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Reads one answer as its bytes pass and keeps only what is told of it, never its content. A plain answer is shown whole; a
 * stream event by event.
 */
public interface AnswerReader {
    /**
     * What stands before the body; some APIs count there.
     *
     * @param headers the answer's
     */
    default void head(Headers headers) {}

    /**
     * A plain answer, whole.
     *
     * @param answer the body
     */
    void whole(Json answer);

    /**
     * How many objects and arrays stand around what is read of a plain answer at most; those inside them may be shown empty,
     * so that vectors need not be held in memory to learn what they cost. All are shown where a reader does not say.
     */
    default int depth() {
        return Integer.MAX_VALUE;
    }

    /**
     * One event of a stream.
     *
     * @param name the event's name; empty if it has none
     * @param data its data; empty text where it is no JSON, such as {@code [DONE]}
     * @return whether the application is to see it
     */
    boolean event(String name, EventData data);

    /**
     * An error in an event's place, in a framing that tells errors from data.
     *
     * @param type the provider's word for its kind
     */
    default void error(String type) {}

    /**
     * Whether the last event that belongs to a stream has passed, as far as the API has one. A finish reason is not yet the
     * end: usage and the closing event follow. Always false for a plain answer.
     */
    default boolean isOver() {
        return false;
    }

    /**
     * What the provider has counted of the prompt by now, for good, though the answer may not be at its end; null if nothing.
     * It holds no output.
     */
    default @Nullable Usage prompt() {
        return null;
    }

    /** What was read so far. */
    Answer answer();
}
