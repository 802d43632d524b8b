// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Plan.Reuse;
import dev.parsimony.exchange.Recall;
import dev.parsimony.exchange.Reply;
import dev.parsimony.recall.Finding;
import dev.parsimony.recall.Kept;
import dev.parsimony.recall.Lease;
import dev.parsimony.recall.Partition;
import dev.parsimony.recall.Request;
import dev.parsimony.recall.Stored;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One call's dealings with the store of answers: it asks once, waits at most once, and leaves its answer at most once. */
final class Recollection {
    private static final String ACTION = "cache";
    private static final Duration BODY = Duration.ofMillis(500);

    private final Memory memory;
    private final Situation situation;
    private @Nullable Lease lease;
    private Finding.@Nullable Underway underway;
    private boolean asked;
    private boolean awaitsBody;

    /** What looking came to; at most one of both is there. */
    record Found(@Nullable Stored stored, boolean joined, Next.@Nullable Await await) {
        private static final Found NOTHING = new Found(null, false, null);

        static Found nothing() {
            return NOTHING;
        }
    }

    Recollection(Memory memory, Situation situation) {
        this.memory = memory;
        this.situation = situation;
    }

    /** Looks for an answer to the request as it would be sent, before marks. */
    Found look(Draft draft) {
        if (underway != null) {
            return landed(underway);
        }
        if (asked || situation.plan().cache().isEmpty()) {
            return Found.nothing();
        }
        asked = true;
        Reuse reuse = situation.plan().cache().get().value();
        Partition partition = partition(reuse);
        Optional<String> whyNot = partition.whyClosed().map(this::closed).or(draft.lens()::whyNotReusable);
        if (whyNot.isPresent()) {
            bypass(whyNot.get());
            return Found.nothing();
        }
        return found(ask(draft, partition, reuse));
    }

    private Partition partition(Reuse reuse) {
        return new Partition(
                situation.credential(),
                exchange().opening().address(),
                reuse.scope(),
                situation.tenancy().identity());
    }

    /** A tenant that is known and not trusted is another thing to mend than one that is not known. */
    private String closed(String reason) {
        return situation.tenancy().name().isEmpty() ? reason : "tenant_not_trusted";
    }

    private Finding ask(Draft draft, Partition partition, Reuse reuse) {
        Stream<String> steering = Steering.of(draft.call().headers()).stream();
        // the same request, but what the application is shown of its stream differs
        String hidden = exchange().rewrites().contains(Rewriting.STREAM_USAGE) ? "usage hidden" : "";
        Request request = new Request(
                draft.dialect().name(),
                draft.call(),
                draft.body(),
                draft.lens(),
                Stream.concat(Stream.of(hidden), steering).toList());
        Digest question = memory.fingerprints().of(partition, request);
        return memory.answers()
                .ask(
                        question,
                        draft.lens().streamed() ? reuse.alone() : reuse,
                        exchange().opening().caller().span(),
                        exchange().opening().operation());
    }

    private Found found(Finding finding) {
        if (finding instanceof Finding.Held held) {
            return new Found(held.answer(), false, null);
        }
        if (finding instanceof Finding.Underway other) {
            underway = other;
            lease = other.own();
            return new Found(null, false, new Next.Await(other.news(), other.limit()));
        }
        if (finding instanceof Finding.Repeated repeated) {
            lease = repeated.lease();
            bypass(Finding.SAME_TRACE);
        } else if (finding instanceof Finding.Absent absent) {
            lease = absent.lease();
            exchange().recall(Recall.MISS);
        }
        return Found.nothing();
    }

    /**
     * A call that was waited for gives news: it is over, or its answer has begun. A plain answer that has begun is there in a
     * moment, unless the application that made the other call takes its time to read it, and nobody is to wait for that.
     */
    private Found landed(Finding.Underway other) {
        if (other.hasBegun() && !awaitsBody) {
            awaitsBody = true;
            Duration limit = other.limit().compareTo(BODY) < 0 ? other.limit() : BODY;
            return new Found(null, false, new Next.Await(other.landing(), limit));
        }
        underway = null;
        return other.answer().map(stored -> new Found(stored, true, null)).orElseGet(() -> {
            exchange().recall(Recall.MISS);
            return Found.nothing();
        });
    }

    private void bypass(String reason) {
        exchange().recall(Recall.BYPASS);
        exchange().skip(ACTION, reason);
    }

    /** The most bytes of an answer that are to be copied as they pass; 0 where nobody asked for it. */
    int copies(boolean stream) {
        return lease == null ? 0 : stream ? memory.maxStream() : memory.maxPlain();
    }

    /** The head of the answer has come. */
    void begin() {
        if (lease != null) {
            lease.begin();
        }
    }

    /** Leaves the answer, if it is whole and may be given again. */
    void keep(Passed passed, Cost cost) {
        Lease mine = lease;
        if (mine == null) {
            return;
        }
        byte @Nullable [] copy = passed.copy().whole();
        if (copy == null || !passed.isWhole()) {
            mine.drop();
            return;
        }
        Reply reply = new Reply(passed.head().status(), Kept.of(passed.head().headers()), copy);
        mine.keep(reply, passed.answer(), cost).ifPresent(reason -> exchange().skip(ACTION, "not_kept_" + reason));
    }

    /** The call failed, and those who wait go alone. Should it be made again, it may leave its answer still. */
    void suspend() {
        if (lease != null) {
            lease = lease.renewed();
        }
    }

    /** Leaves nothing: those who wait go alone. */
    void drop() {
        if (lease != null) {
            lease.drop();
            lease = null;
        }
    }

    private Exchange exchange() {
        return situation.exchange();
    }
}
