// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.recall;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Operation;
import dev.parsimony.exchange.Plan.Reuse;
import dev.parsimony.exchange.Reply;
import dev.parsimony.exchange.SpanReference;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The exact cache: answers by fingerprint, and the calls under way that will bring one. Safe for any number of threads; asks
 * and keeps without ever waiting.
 */
public final class Answers {
    private final Limits limits;
    private final LongSupplier ticker;
    private final Shelf shelf;
    private final Flights flights;
    private final Traces traces = new Traces();

    /**
     * An empty cache.
     *
     * @param limits how much it keeps
     * @param ticker nanoseconds from some origin, never going back
     */
    public Answers(Limits limits, LongSupplier ticker) {
        this.limits = limits;
        this.ticker = ticker;
        this.shelf = new Shelf(limits.maxBytes(), ticker);
        this.flights = new Flights(ticker, limits.longestWait());
    }

    /**
     * Asks for the answer to a question; once for each call, since asking twice within a trace is a repetition.
     *
     * @param question its fingerprint
     * @param reuse how answers may be reused, by the rule that applies to this call
     * @param span the application's current span; none if it traces nothing
     * @param operation what the call asks for; vectors are the same each time, so a repetition within a trace is no wish for
     *     others
     */
    public Finding ask(Digest question, Reuse reuse, SpanReference span, Operation operation) {
        boolean traced = span.isValid() && !reuse.withinTrace() && operation != Operation.EMBEDDINGS;
        if (traced && traces.repeats(question, span.traceId())) {
            return new Finding.Repeated(lease(question, reuse, flights.begin()));
        }
        return shelf.find(question, reuse.ttl())
                .<Finding>map(Finding.Held::new)
                .orElseGet(() -> board(question, reuse));
    }

    private Finding board(Digest question, Reuse reuse) {
        Flight mine = flights.begin();
        Lease lease = lease(question, reuse, mine);
        if (!reuse.join()) {
            return new Finding.Absent(lease);
        }
        Flight boarded = flights.board(question, mine);
        if (boarded == mine) {
            return lead(reuse, lease);
        }
        return boarded.waitsForThisThread() ? new Finding.Absent(lease) : new Finding.Underway(boarded, lease);
    }

    /** Leads, unless the leader before landed between this call's look at the shelf and its boarding. */
    private Finding lead(Reuse reuse, Lease lease) {
        Optional<Stored> held = shelf.find(lease.question(), reuse.ttl());
        held.ifPresent(stored -> flights.land(lease.question(), lease.flight(), stored));
        return held.<Finding>map(Finding.Held::new).orElseGet(() -> new Finding.Absent(lease));
    }

    private Lease lease(Digest question, Reuse reuse, Flight flight) {
        return new Lease(this, question, reuse.ttl(), flight);
    }

    Lease renewed(Lease given) {
        return new Lease(this, given.question(), given.ttl(), flights.begin());
    }

    Optional<String> keep(Lease lease, Reply reply, Answer answer, Cost cost) {
        Optional<String> whyNot = Reusable.whyNot(reply, answer, limits);
        if (whyNot.isPresent()) {
            drop(lease);
            return whyNot;
        }
        Stored stored = Stored.of(reply, answer, cost, lease.ttl(), ticker.getAsLong());
        shelf.put(lease.question(), stored); // before landing, so that no newcomer finds neither
        flights.land(lease.question(), lease.flight(), stored);
        return whyNot;
    }

    void drop(Lease lease) {
        flights.land(lease.question(), lease.flight(), null);
    }

    /** Forgets every answer; calls under way still bring theirs. */
    public void clear() {
        shelf.clear();
    }

    /** What the answers take, in bytes, with what keeping them costs. */
    public long bytes() {
        return shelf.bytes();
    }

    @Override
    public String toString() {
        return shelf + ", " + flights;
    }
}
