// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Usage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a plain answer: gathers what is read of it, and reads that once the answer is whole. */
final class PlainGauge implements Gauge {
    /** Larger than any answer of a model, vectors apart; what is beyond is not told of, rather than held in memory. 8 MiB. */
    private static final int LARGEST = 8 << 20;

    private final AnswerReader reader;
    private final Copy gathered;
    private final Consumer<Chunk> gathering;
    private boolean read;

    PlainGauge(AnswerReader reader) {
        this(reader, new Copy(LARGEST));
    }

    private PlainGauge(AnswerReader reader, Copy gathered) {
        this(reader, gathered, readsAll(reader) ? gathered::add : new Outline(reader.depth(), gathered)::add);
    }

    private PlainGauge(AnswerReader reader, Copy gathered, Consumer<Chunk> gathering) {
        this.reader = reader;
        this.gathered = gathered;
        this.gathering = gathering;
    }

    private static boolean readsAll(AnswerReader reader) {
        return reader.depth() == Integer.MAX_VALUE;
    }

    @Override
    public Gauge over(Copy copy) {
        return copy.isWanted() && readsAll(reader) ? new PlainGauge(reader, copy, chunk -> {}) : this;
    }

    @Override
    public Chunk pass(Chunk chunk) {
        gathering.accept(chunk);
        return chunk;
    }

    @Override
    public Chunk end() {
        byte[] whole = gathered.whole();
        if (!read && whole != null) {
            read = true;
            Json.read(whole).ifPresent(reader::whole);
        }
        return Chunk.empty();
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
