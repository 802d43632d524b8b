// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.evidence.Course;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Guard;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Passage;
import dev.parsimony.exchange.Reading;
import dev.parsimony.exchange.Recall;
import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.Tap;
import dev.parsimony.exchange.Telemetry;
import dev.parsimony.exchange.Telemetry.Trail;
import dev.parsimony.exchange.Usage;
import dev.parsimony.recall.Stored;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of one call: rewrite, recall, mark, send; then measure, price, remember, tell. Each step runs under the guard, so
 * that whatever fails here, the call goes out, and its answer comes back, as if Parsimony were not there.
 */
final class CallPassage implements Passage {
    /** How long a call waits at most for an identical one; behind it the call goes out by itself. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** OpenAI's and most others', Anthropic's, Amazon's. */
    private static final List<String> REQUEST_IDS = List.of("x-request-id", "request-id", "x-amzn-requestid");

    private static final int MOST_WAITS = 2;
    private static final long IDLE = -1;
    private static final Duration LONGEST_WAIT_FOR_BODY = Duration.ofSeconds(1);

    /** What is left when a response cannot be looked at: it passes unseen. */
    private static final Next UNSEEN = new Next.Deliver(Tap.open());

    private final Situation situation;
    private final Workshop workshop;
    private final Draft written;
    private final Recollection recollection;
    private final Attempts attempts;
    private @Nullable Draft rewritten;
    private Draft sent;
    private Trail trail;
    private Course course = Course.none();
    private long counted = IDLE;
    private int waits;
    private boolean reverted;
    private boolean repeated;
    private boolean over;

    CallPassage(Situation situation, Workshop workshop, Draft written) {
        this.situation = situation;
        this.workshop = workshop;
        this.written = written;
        this.sent = written;
        this.trail = Telemetry.untold();
        this.recollection = new Recollection(workshop.memory(), situation);
        this.attempts = workshop.retries().here();
    }

    /** Whether it is this very request that the application made. */
    boolean made(Call call) {
        Call mine = written.call();
        return mine.method().equals(call.method())
                && mine.address().equals(call.address())
                && mine.path().equals(call.path())
                && mine.query().equals(call.query())
                && Arrays.equals(mine.body(), call.body());
    }

    /** Whether the call is on this account. */
    boolean isOn(Digest credential) {
        return situation.credential().equals(credential);
    }

    /** The same call, which failed, made again: it goes out as it did before, and what came of it so far counts no more. */
    Passage again() {
        repeated = true;
        exchange().again();
        return this;
    }

    @Override
    public Next next() {
        return timed(() -> bounded(guard().run("decide", asWritten(), this::decide)));
    }

    /** Whatever a step says, a call waits for a beginning and for an end, and no longer than the longest wait. */
    private Next bounded(Next next) {
        if (!(next instanceof Next.Await await)) {
            return next;
        }
        if (waits == MOST_WAITS) {
            return asWritten();
        }
        waits++;
        return await.within(waits == 1 ? LONGEST_WAIT : LONGEST_WAIT_FOR_BODY);
    }

    private Next asWritten() {
        return new Next.Send(written.call(), true);
    }

    private Next decide() {
        if (repeated && exchange().attempts() > 0) { // what failed while it still waited was never sent
            return sentAgain();
        }
        if (situation.plan().observe()) {
            return send(situation.plan().streamUsage() ? rewritten() : written);
        }
        return recall(rewritten());
    }

    private Next sentAgain() {
        if (!guard().run("evidence", true, course::again)) {
            course = Course.none();
            sent = rewritten();
            exchange().leaveOut(Marking.NAME, "no_credit");
            exchange().send(sent.lens());
        }
        return new Next.Send(sent.call(), !isChanged());
    }

    private Draft rewritten() {
        Draft draft = rewritten;
        if (draft == null) {
            draft = workshop.rewriting().rewrite(written, situation);
            rewritten = draft;
        }
        return draft;
    }

    private Next recall(Draft draft) {
        Recollection.Found found = guard().run("recall", Recollection.Found.nothing(), () -> recollection.look(draft));
        if (found.await() != null) {
            return found.await();
        }
        return found.stored() != null ? answer(draft, found.stored(), found.joined()) : marked(draft);
    }

    private Next marked(Draft draft) {
        Optional<Next.Await> turn = waits == 0 ? workshop.marking().before(draft, situation) : Optional.empty();
        return turn.isPresent() ? turn.get() : markedNow(draft);
    }

    private Next markedNow(Draft draft) {
        Marking.Marked marked = workshop.marking().mark(draft, situation);
        course = marked.course();
        return send(marked.draft());
    }

    private Next answer(Draft draft, Stored stored, boolean joined) {
        exchange().recall(joined ? Recall.JOINED : Recall.HIT);
        exchange().send(draft.lens());
        exchange().answered(stored.answer());
        openTrail();
        close(() -> workshop.accounts().answered(exchange(), situation.plan(), stored.cost()));
        return new Next.Answer(stored.reply());
    }

    private Next send(Draft draft) {
        sent = draft;
        exchange().send(draft.lens());
        exchange().attempt();
        openTrail();
        return new Next.Send(draft.call(), !isChanged());
    }

    private void openTrail() {
        trail = guard().run("tell", trail, () -> workshop.telemetry().open(exchange(), situation.tracing()));
    }

    @Override
    public Scope enter() {
        Scope ids = guard().run("trace", Scope.none(), () -> situation.tracing().enter(trail.span()));
        return ids.around(guard().run("trace", Scope.none(), trail::enter));
    }

    @Override
    public Next arrived(Head head) {
        return timed(() -> {
            Next next = guard().run("arrive", UNSEEN, () -> received(head));
            if (next == UNSEEN) {
                // it may hold a chunk that is to be kept from the application
                next = guard().run("follow", UNSEEN, () -> new Next.Deliver(tap(head)));
            }
            if (next == UNSEEN) {
                failed("unseen");
            }
            return next;
        });
    }

    private Next received(Head head) {
        exchange().arrived(head, requestId(head));
        if (Reverts.isRefusal(head) && isChanged()) {
            return revert();
        }
        if (reverted) {
            guard().run("revert", () -> workshop.reverts().judge(exchange().reverted(), situation, head));
        }
        guard().run("evidence", () -> settleMarks(head));
        guard().run("remember", () -> settleReuse(head));
        return new Next.Deliver(tap(head));
    }

    private void settleMarks(Head head) {
        if (head.isSuccess()) {
            course.begun();
        } else {
            course.lost();
        }
    }

    private void settleReuse(Head head) {
        if (head.isSuccess()) {
            workshop.credentials()
                    .accepted(written.call().headers(), written.call().address());
            recollection.begin();
        } else {
            recollection.suspend();
        }
    }

    private boolean isChanged() {
        return !sent.goesOutAs(written);
    }

    /** Sends the call once more, exactly as the application made it; only that answer is seen. */
    private Next revert() {
        reverted = true;
        exchange().revert();
        recollection.drop();
        unmark();
        sent = written;
        exchange().send(written.lens());
        exchange().attempt();
        return asWritten();
    }

    private static String requestId(Head head) {
        return REQUEST_IDS.stream()
                .map(head.headers()::first)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Tap tap(Head head) {
        boolean hidesUsage = exchange().rewrites().contains(Rewriting.STREAM_USAGE);
        boolean stream = head.isEventStream();
        AnswerReader reader = written.dialect()
                .reader(new Reading(hidesUsage, situation.host().customs()));
        guard().run("measure", () -> reader.head(head.headers()));
        Gauge gauge = head.framing()
                .<Gauge>map(framing -> EventGauge.of(framing, reader, hidesUsage, guard()))
                .orElseGet(() -> new PlainGauge(reader));
        return new BodyTap(head, this, gauge, new Copy(head.isSuccess() ? recollection.copies(stream) : 0));
    }

    @Override
    public void failed(Throwable cause) {
        timed(() -> {
            failed(cause.getClass().getName());
            return over;
        });
    }

    private void failed(String type) {
        exchange().failed(type);
        fail(null, () -> workshop.accounts().failed(exchange()));
    }

    @Override
    public void fellBack() {
        guard().run("decide", () -> {
            recollection.drop();
            exchange().unchange();
            exchange().send(written.lens());
            sent = written;
            unmark();
        });
    }

    /** The call goes out as written after all, without marks of ours. */
    private void unmark() {
        guard().run("evidence", course::lost);
        course = Course.none();
    }

    /** The body of the answer has passed, in whichever way it ended. */
    void passed(Passed passed) {
        timed(() -> {
            guard().run("measure", () -> passed.describe(exchange()));
            end(passed);
            return over;
        });
    }

    private void end(Passed passed) {
        if (passed.isLost()) {
            fail(passed.counted(), () -> settle(passed));
        } else {
            close(() -> settle(passed));
        }
    }

    /** Ends the call, unless it may be made again: then it ends when it is not. */
    private void fail(@Nullable Usage counted, Runnable account) {
        guard().run("remember", recollection::suspend);
        guard().run("evidence", () -> course.broken(counted));
        exchange().timeline().end();
        if (over || !attempts.keep(this, () -> close(account))) {
            close(account);
        }
    }

    private void settle(Passed passed) {
        guard().run("price", () -> account(passed));
        guard().run("evidence", () -> course.ended(passed.counted()));
        guard().run("remember", () -> recollection.keep(passed, exchange().cost()));
        guard().run("advise", () -> workshop.advising().note(written, situation, passed));
        guard().run("calibrate", () -> workshop.estimates().look(sent.lens(), exchange(), passed));
    }

    private void account(Passed passed) {
        if (passed.isBrokenOff()) {
            workshop.accounts().brokenOff(exchange());
        } else {
            Optional<Usage> unmarked =
                    Optional.ofNullable(passed.answer().usage()).flatMap(course::leftAlone);
            workshop.accounts().sent(exchange(), situation.plan(), Marking.whose(written, situation), unmarked);
        }
    }

    private void close(Runnable account) {
        if (!over) {
            over = true;
            guard().run("settle", account);
            guard().run("release", recollection::drop); // nobody waits for an answer that was not left
            exchange().timeline().end();
            spend();
            guard().run("tell", () -> trail.end(exchange()));
            guard().run("ledger", () -> workshop.ledger().enter(exchange(), written.lent()));
            workshop.log().debug(exchange()::toString);
        }
    }

    /** Does work of ours and counts its time as ours. */
    <T> T timed(Supplier<T> work) {
        counted = exchange().timeline().now();
        try {
            return work.get();
        } finally {
            spend();
            counted = IDLE;
        }
    }

    /** Counts the time of ours up to now, where we are at work: what is told of a call holds it too. */
    private void spend() {
        long from = counted;
        if (from != IDLE) {
            long now = exchange().timeline().now();
            counted = now;
            exchange().timeline().spend(now - from);
        }
    }

    Exchange exchange() {
        return situation.exchange();
    }

    Guard guard() {
        return workshop.guard();
    }
}
