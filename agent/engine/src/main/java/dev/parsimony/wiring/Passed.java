// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Usage;
import org.jspecify.annotations.Nullable;

/**
 * A response whose body has passed.
 *
 * @param head its head
 * @param answer what was read of it
 * @param prompt what the provider had counted of the prompt when it ended, whether or not it said the rest; null if nothing
 * @param bytes how many bytes of the body have passed
 * @param copy its bytes as the application saw them, where somebody asked for a copy
 * @param end how it ended
 * @param cause what reading threw; null if nothing
 */
record Passed(
        Head head,
        Answer answer,
        @Nullable Usage prompt,
        long bytes,
        Copy copy,
        End end,
        @Nullable Throwable cause) {
    /** How a body ended for the application. */
    enum End {
        /** Read to its end, or to the last event of a stream. */
        READ,
        /** Closed before it. */
        CLOSED,
        /** Reading broke off. */
        FAILED,
        /** Let go of. */
        ABANDONED
    }

    /** Whether the answer is whole. A plain one that could be read is, though nobody asked for the end behind it. */
    boolean isWhole() {
        boolean all = end == End.READ || (end == End.CLOSED && !head.isEventStream());
        return head.isSuccess() && all && answer.ending() != Answer.Ending.OPEN;
    }

    /** Whether it brought nothing, not even a bill. */
    boolean isLost() {
        boolean failed = !head.isSuccess() || cause != null || answer.ending() == Answer.Ending.FAILED;
        return failed && answer.usage() == null;
    }

    /** Whether it ended before the provider had said its last word on what it used. */
    boolean isBrokenOff() {
        boolean unfinished = answer.ending() == Answer.Ending.OPEN || (head.isEventStream() && answer.usage() == null);
        return head.isSuccess() && end != End.READ && unfinished;
    }

    /** What the provider has said of what it read and wrote: all of its counts, or those of the prompt; null if nothing. */
    @Nullable
    Usage counted() {
        return answer.usage() == null ? prompt : answer.usage();
    }

    /** Tells the exchange what became of it. */
    void describe(Exchange exchange) {
        exchange.answered(isBrokenOff() ? answer.uncounted() : answer);
        if (cause != null) {
            exchange.failed(cause.getClass().getName());
        } else if (!answer.errorType().isEmpty()) {
            exchange.failed(answer.errorType());
        } else if (!head.isSuccess()) {
            exchange.failed(Integer.toString(head.status()));
        }
        if (end == End.ABANDONED) {
            exchange.abandoned();
        }
    }
}
