// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.recall;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What asking for an answer came to. */
public sealed interface Finding {
    /** The reason of {@link Repeated}. */
    String SAME_TRACE = "same_trace";

    /**
     * It is there.
     *
     * @param answer the answer
     */
    record Held(Stored answer) implements Finding {}

    /**
     * An identical call is under way: wait for its signal, then look.
     *
     * @param flight the call
     * @param own for this call's own answer, should it have to go after all
     */
    record Underway(Flight flight, Lease own) implements Finding {
        /** Completes when the other call's answer begins or the call is over, however it ended; on that call's thread. */
        public CompletionStage<?> news() {
            return flight.news();
        }

        /** Completes when the other call is over; on that call's thread. */
        public CompletionStage<?> landing() {
            return flight.landing();
        }

        /** Whether the other call's answer has begun and is not there yet. */
        public boolean hasBegun() {
            return flight.hasBegun();
        }

        /** How much longer to wait at most; zero if no longer. */
        public Duration limit() {
            return flight.remaining();
        }

        /** The other call's answer; empty while there is none, and for good if it cannot be shared. Then go alone. */
        public Optional<Stored> answer() {
            return flight.answer();
        }
    }

    /**
     * It is not there.
     *
     * @param lease for the answer, once it has come
     */
    record Absent(Lease lease) implements Finding {}

    /**
     * This trace asked the same before, so it wants another answer: {@value #SAME_TRACE}.
     *
     * @param lease for the answer, which takes the earlier one's place
     */
    record Repeated(Lease lease) implements Finding {}
}
