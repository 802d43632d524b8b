// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Head;
import org.jspecify.annotations.Nullable;

/**
 * A response whose body has passed.
 *
 * @param head its head
 * @param answer what was read of it
 * @param copy its bytes as the application saw them, where somebody asked for a copy
 * @param end how it ended
 * @param cause what reading threw; null if nothing
 */
record Passed(
        Head head,
        Answer answer,
        Copy copy,
        End end,
        @Nullable Throwable cause) {
    /** How a body ended for the application. */
    enum End {
        /** Read to its end. */
        READ,
        /** Closed before it. */
        CLOSED,
        /** Reading broke off. */
        FAILED,
        /** Let go of. */
        ABANDONED
    }

    /** Whether the answer is whole: read to its end, or closed behind its last event. */
    boolean isWhole() {
        return head.isSuccess() && (end == End.READ || end == End.CLOSED) && answer.ending() != Answer.Ending.OPEN;
    }

    /** Tells the exchange what became of it. */
    void describe(Exchange exchange) {
        exchange.answered(answer);
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
