// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Tap;
import org.jspecify.annotations.Nullable;

/** Sees one response's body pass, and tells its passage when and how it ended. */
final class BodyTap implements Tap {
    private final Head head;
    private final CallPassage passage;
    private final Gauge gauge;
    private final Copy copy;
    private final boolean stream;

    BodyTap(Head head, CallPassage passage, Gauge gauge, Copy copy) {
        this.head = head;
        this.passage = passage;
        this.gauge = gauge.over(copy);
        this.copy = copy;
        this.stream = head.isEventStream();
    }

    @Override
    public Chunk pass(Chunk chunk) {
        return passage.timed(() -> {
            if (stream && chunk.length() > 0) {
                passage.exchange().timeline().chunk();
            }
            return seen(passage.guard().run("follow", chunk, () -> gauge.pass(chunk)));
        });
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
            end = passage.guard().run("measure", end, this::soFar);
            passage.timed(() -> passage.guard().run("follow", Chunk.empty(), gauge::end));
        } finally {
            tell(end, null);
        }
    }

    private Passed.End soFar() {
        return gauge.isOver() ? Passed.End.READ : Passed.End.CLOSED;
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
        Answer answer = passage.guard().run("measure", Answer.none(), gauge::answer);
        passage.passed(new Passed(head, answer, copy, end, cause));
    }
}
