// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.dialect.EventStream;
import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Framing;
import dev.parsimony.exchange.Guard;
import dev.parsimony.exchange.Usage;
import org.jspecify.annotations.Nullable;

/** Reads a stream event by event. */
record EventGauge(EventStream stream, AnswerReader reader) implements Gauge {
    /**
     * A gauge of a stream.
     *
     * @param framing how the stream is cut into events
     * @param reader who is shown the events
     * @param hides whether an event that the reader declines is kept from the application
     * @param guard runs the reader
     */
    static EventGauge of(Framing framing, AnswerReader reader, boolean hides, Guard guard) {
        return new EventGauge(new EventStream(framing, reader, hides, guard), reader);
    }

    @Override
    public Chunk pass(Chunk chunk) {
        return stream.pass(chunk);
    }

    @Override
    public Chunk end() {
        return stream.end();
    }

    @Override
    public boolean isOver() {
        return reader.isOver();
    }

    @Override
    public @Nullable Usage prompt() {
        return reader.prompt();
    }

    @Override
    public Answer answer() {
        return reader.answer();
    }
}
