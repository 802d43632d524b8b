// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Usage;
import org.jspecify.annotations.Nullable;

/** Reads an answer as its bytes pass. */
interface Gauge {
    /**
     * The gauge to use where a copy is made of the same bytes, so that a gauge that wants them too need not make another.
     *
     * @param copy holds all bytes that have passed
     */
    default Gauge over(Copy copy) {
        return this;
    }

    /** Bytes that came; returns those that go on. */
    Chunk pass(Chunk chunk);

    /** No more will come, or be asked for; returns what had been held back. */
    Chunk end();

    /** Whether the last event of a stream has passed, whole; false for a plain answer. */
    default boolean isOver() {
        return false;
    }

    /** What the provider has counted of the prompt by now, for good; null if nothing. */
    @Nullable
    Usage prompt();

    /** What was read. */
    Answer answer();
}
