// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Json;

/** Reads a plain answer: gathers it, and reads it once it is whole. */
final class PlainGauge implements Gauge {
    /** Larger than any answer of a model; what is beyond is not told of, rather than held in memory. */
    private static final int LARGEST = 64 * 1024 * 1024;

    private final AnswerReader reader;
    private final Copy copy = new Copy(LARGEST);
    private boolean read;

    PlainGauge(AnswerReader reader) {
        this.reader = reader;
    }

    @Override
    public Chunk pass(Chunk chunk) {
        copy.add(chunk);
        return chunk;
    }

    @Override
    public Chunk end() {
        byte[] whole = copy.whole();
        if (!read && whole != null) {
            read = true;
            Json.read(whole).ifPresent(reader::whole);
        }
        return Chunk.empty();
    }

    @Override
    public Answer answer() {
        return reader.answer();
    }
}
