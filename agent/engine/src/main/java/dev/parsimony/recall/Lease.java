// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.recall;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Reply;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The right, and where others wait the duty, to bring the answer to one question. It is used once: {@link #keep} or {@link
 * #drop}, whichever comes first; what comes later is ignored. One that is never used blocks nobody beyond {@link
 * Limits#longestWait}.
 */
public final class Lease {
    private final AtomicBoolean used = new AtomicBoolean();
    private final Answers answers;
    private final Digest question;
    private final Duration ttl;
    private final Flight flight;

    Lease(Answers answers, Digest question, Duration ttl, Flight flight) {
        this.answers = answers;
        this.question = question;
        this.ttl = ttl;
        this.flight = flight;
    }

    Digest question() {
        return question;
    }

    Duration ttl() {
        return ttl;
    }

    Flight flight() {
        return flight;
    }

    /** The answer begins; what follows is read on this thread. */
    public void begin() {
        flight.begin();
    }

    /**
     * Brings the answer, whole. It is kept if it may be given again, and those who wait are given it.
     *
     * @param reply the answer as the provider gave it; its body must not be written to any more
     * @param answer what was read of it
     * @param cost what it cost
     * @return why it is not kept ({@code status}, {@code failed}, {@code incomplete}, {@code truncated}, {@code refused},
     *     {@code too_large}); empty if it is
     */
    public Optional<String> keep(Reply reply, Answer answer, Cost cost) {
        return used.compareAndSet(false, true) ? answers.keep(this, reply, answer, cost) : Optional.empty();
    }

    /** Gives up: the call failed, was let go of, or its answer outgrew what is kept. Those who wait go alone, at once. */
    public void drop() {
        if (used.compareAndSet(false, true)) {
            answers.drop(this);
        }
    }

    /** Gives up as {@link #drop} does; returns a lease of the same answer, for which nobody waits. */
    public Lease renewed() {
        drop();
        return answers.renewed(this);
    }

    @Override
    public String toString() {
        return used.get() ? "used lease" : "lease";
    }
}
