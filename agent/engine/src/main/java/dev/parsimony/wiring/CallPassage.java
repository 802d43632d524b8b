// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Guard;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Passage;
import dev.parsimony.exchange.Recall;
import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.Tap;
import dev.parsimony.exchange.Telemetry.Trail;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of one call: rewrite, recall, mark, send; then measure, price, remember, tell. Each step runs under the guard, so
 * that whatever fails here, the call goes out, and its answer comes back, as if Parsimony were not there.
 */
final class CallPassage implements Passage {
    private final Situation situation;
    private final Workshop workshop;
    private final Draft written;
    private final Recollection recollection;
    private @Nullable Draft rewritten;
    private Draft sent;
    private Trail trail;
    private boolean reverting;
    private boolean over;

    CallPassage(Situation situation, Workshop workshop, Draft written) {
        this.situation = situation;
        this.workshop = workshop;
        this.written = written;
        this.sent = written;
        this.trail = workshop.noTrail();
        this.recollection = workshop.memory().recollect(situation);
    }

    @Override
    public Next next() {
        return timed(() -> guard().run("decide", asWritten(), this::decide));
    }

    private Next decide() {
        if (situation.plan().observe()) {
            return send(written);
        }
        Draft draft = rewritten;
        if (draft == null) {
            draft = workshop.rewriting().rewrite(written, situation);
            rewritten = draft;
        }
        Draft plain = draft;
        Memory.Found found = guard().run("recall", Memory.Found.nothing(), () -> recollection.look(plain));
        return found.await() != null
                ? found.await()
                : found.stored() != null ? answer(found) : send(workshop.marking().mark(plain, situation));
    }

    private Next answer(Memory.Found found) {
        Memory.Stored stored = java.util.Objects.requireNonNull(found.stored());
        exchange().recall(found.joined() ? Recall.JOINED : Recall.HIT);
        exchange().answered(stored.answer());
        trail = openTrail();
        close(() -> workshop.accounts().answered(exchange(), situation.plan(), stored.cost()));
        return new Next.Answer(stored.reply());
    }

    private Next send(Draft draft) {
        sent = draft;
        exchange().send(draft.lens());
        exchange().attempt();
        trail = openTrail();
        return new Next.Send(draft.call(), draft.call().body() == written.call().body());
    }

    private Next asWritten() {
        sent = written;
        return new Next.Send(written.call(), true);
    }

    private Trail openTrail() {
        return guard().run("tell", trail, () -> workshop.telemetry().open(exchange()));
    }

    @Override
    public Scope enter() {
        return guard().run("trace", Scope.none(), () -> situation.tracing().enter(trail.span()));
    }

    @Override
    public Next arrived(Head head) {
        return timed(() -> guard().run("arrive", new Next.Deliver(Tap.open()), () -> received(head)));
    }

    private Next received(Head head) {
        exchange().arrived(head, requestId(head));
        if (reverting) {
            workshop.reverts().judge(exchange().reverted(), situation, sent.lens().model(), head);
        } else if (Reverts.isRefusal(head) && isChanged()) {
            return revert();
        }
        return new Next.Deliver(new BodyTap(head, this));
    }

    private boolean isChanged() {
        return sent.call().body() != written.call().body();
    }

    /** Sends the call once more, exactly as the application made it; only that answer is seen. */
    private Next revert() {
        reverting = true;
        exchange().revert();
        recollection.drop();
        exchange().send(written.lens());
        exchange().attempt();
        return asWritten();
    }

    private static String requestId(Head head) {
        String openAi = head.headers().first("x-request-id");
        return openAi.isEmpty() ? head.headers().first("request-id") : openAi;
    }

    @Override
    public void failed(Throwable cause) {
        timed(() -> {
            exchange().failed(cause.getClass().getName());
            recollection.drop();
            close(() -> workshop.accounts().failed(exchange()));
            return Boolean.TRUE;
        });
    }

    /** The body of the answer has passed, in whichever way it ended. */
    void passed(Passed passed) {
        timed(() -> {
            close(() -> {
                guard().run("measure", () -> passed.describe(exchange()));
                guard().run("price", () -> workshop.accounts().sent(exchange(), situation.plan(), sent.lens()));
                guard().run("mark", () -> workshop.marking().sent(sent, situation, exchange().answer()));
                guard().run("remember", () -> recollection.keep(passed, exchange(), reverting));
                guard().run("calibrate", () -> workshop.calibrate(sent, exchange()));
            });
            return Boolean.TRUE;
        });
    }

    private void close(Runnable account) {
        if (over) {
            return;
        }
        over = true;
        guard().run("price", account);
        exchange().timeline().end();
        guard().run("tell", () -> trail.end(exchange()));
        workshop.log().debug(exchange()::toString);
    }

    <T> T timed(Supplier<T> work) {
        long from = exchange().timeline().now();
        try {
            return work.get();
        } finally {
            exchange().timeline().spend(exchange().timeline().now() - from);
        }
    }

    Situation situation() {
        return situation;
    }

    Exchange exchange() {
        return situation.exchange();
    }

    Guard guard() {
        return workshop.guard();
    }

    Recollection recollection() {
        return recollection;
    }

    Draft sent() {
        return sent;
    }

    Set<String> rewrites() {
        return exchange().rewrites();
    }

    Call call() {
        return written.call();
    }
}
