// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Tap;
import dev.parsimony.exchange.Usage;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Sees one response's body pass, and tells its passage when and how it ended. */
final class BodyTap implements Tap {
    private final Head head;
    private final CallPassage passage;
    private final Gauge gauge;
    private final Copy copy;
    private final boolean stream;
    private long bytes;
    private final AtomicBoolean told = new AtomicBoolean(); // whoever reads and whoever closes may be two threads

    BodyTap(Head head, CallPassage passage, Gauge gauge, Copy copy) {
        this.head = head;
        this.passage = passage;
        this.gauge = gauge.over(copy);
        this.copy = copy;
        this.stream = head.isEventStream();
    }

    /**
     * A stream is told of before its last event goes on: an application that has all it waits for may let go of the rest, or
     * end the JVM, at once.
     */
    @Override
    public Chunk pass(Chunk chunk) {
        bytes += chunk.length();
        Chunk shown = passage.timed(() -> {
            if (stream && chunk.length() > 0) {
                passage.exchange().timeline().chunk();
            }
            return seen(passage.guard().run("follow", chunk, () -> gauge.pass(chunk)));
        });
        if (stream && soFar(Passed.End.CLOSED) == Passed.End.READ) {
            tell(Passed.End.READ, null);
        }
        return shown;
    }

    private Chunk seen(Chunk chunk) {
        passage.guard().run("remember", () -> copy.add(chunk));
        return chunk;
    }

    @Override
    public Chunk end() {
        try {
            return passage.timed(() -> seen(passage.guard().run("follow", Chunk.empty(), gauge::end)));
        } finally {
            tell(Passed.End.READ, null); // whatever happened: others may wait for this answer
        }
    }

    @Override
    public void closed() {
        Passed.End end = Passed.End.CLOSED;
        try {
            // asked before the gauge is shown what a half-read event holds
            end = soFar(end);
            passage.timed(() -> passage.guard().run("follow", Chunk.empty(), gauge::end));
        } finally {
            tell(end, null);
        }
    }

    private Passed.End soFar(Passed.End unlessOver) {
        return passage.guard().run("measure", unlessOver, () -> gauge.isOver() ? Passed.End.READ : unlessOver);
    }

    @Override
    public void failed(Throwable cause) {
        tell(Passed.End.FAILED, cause);
    }

    @Override
    public void abandoned() {
        tell(Passed.End.ABANDONED, null);
    }

    private void tell(Passed.End end, @Nullable Throwable cause) {
        if (!told.compareAndSet(false, true)) {
            return;
        }
        Answer answer = passage.guard().run("measure", Answer.none(), gauge::answer);
        Optional<Usage> prompt =
                passage.guard().run("measure", Optional.empty(), () -> Optional.ofNullable(gauge.prompt()));
        passage.passed(new Passed(head, answer, prompt.orElse(null), bytes, copy, end, cause));
    }
}
