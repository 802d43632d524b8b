// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Passage;
import dev.parsimony.exchange.Scope;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Drives the passage of calls through a method that returns when the response has come. The first send is the method's own
 * body; any other is the same method called again from its exit.
 *
 * @param <Q> the SDK's request
 * @param <R> the SDK's response
 */
public final class BlockingDriver<Q, R> {
    private final FailOpenSeam<Q, R> seam;
    private final Inside inside;
    private final Log log;

    /**
     * A driver.
     *
     * @param seam the SDK's types
     * @param edges the outside
     */
    public BlockingDriver(Seam<Q, R> seam, Edges edges) {
        this.seam = new FailOpenSeam<>(seam, edges.log());
        this.inside = edges.inside();
        this.log = edges.log();
    }

    private record Sending<Q, R>(Passage passage, Scope scope, Q original, Again<Q, R> again) {}

    /**
     * Before the method.
     *
     * @param passage the call's way
     * @param request the request as the application made it
     * @param again the method
     * @param patience how long the call may wait for another one, whatever its passage says
     * @return see {@link Advised}
     */
    public @Nullable Object @Nullable [] enter(
            Passage passage, Q request, Again<Q, R> again, Supplier<Duration> patience) {
        Next next;
        try {
            next = settled(passage, patience);
        } catch (InterruptedException wanted) {
            // The application wants its thread back: its SDK is to notice that itself, in its own way.
            Thread.currentThread().interrupt();
            passage.failed(wanted);
            return inside.unseen(request);
        }
        if (next instanceof Next.Answer answer) {
            R response = seam.answer(request, answer.reply());
            return response == null ? inside.unseen(request) : Advised.answer(request, response);
        }
        return send(passage, request, again, (Next.Send) next);
    }

    private @Nullable Object[] send(Passage passage, Q request, Again<Q, R> again, Next.Send send) {
        Q sent = seam.request(passage, request, send);
        Scope scope = FailOpenScope.of(passage, log);
        @Nullable Object[] advised = Advised.send(sent, new Sending<>(passage, scope, request, again));
        inside.enter();
        return advised;
    }

    /**
     * After the method.
     *
     * @param entered what {@link #enter} returned
     * @param response what the method returned, if it did
     * @param thrown what the method threw, if it did
     * @return see {@link Advised}; null to leave things as they are
     */
    @SuppressWarnings("unchecked")
    public @Nullable Object @Nullable [] exit(
            @Nullable Object @Nullable [] entered, @Nullable R response, @Nullable Throwable thrown) {
        if (entered == null || inside.wasUnseen(entered)) {
            return null;
        }
        if (!(entered[Advised.KEPT] instanceof Sending<?, ?> kept)) {
            return Advised.returned(entered[Advised.ANSWER]);
        }
        inside.leave();
        kept.scope().close();
        return thrown != null || response == null
                ? failed((Sending<Q, R>) kept, thrown)
                : landed((Sending<Q, R>) kept, response);
    }

    /**
     * Makes a call, for a seam that is no advice around a method.
     *
     * @param passage the call's way
     * @param request the request as the application made it
     * @param send makes the call, any number of times
     * @param patience how long the call may wait for another one, whatever its passage says
     * @return the response for the application
     * @throws Throwable what the application gets instead
     */
    public R call(Passage passage, Q request, Again<Q, R> send, Supplier<Duration> patience) throws Throwable {
        @Nullable Object[] entered = enter(passage, request, send, patience);
        return Around.call(entered, request, send, (response, thrown) -> exit(entered, response, thrown));
    }

    private @Nullable Object[] landed(Sending<Q, R> sending, R response) {
        Next next = seam.arrived(sending.passage(), response);
        if (next instanceof Next.Send send) {
            seam.close(response);
            return sendAgain(sending, send);
        }
        return Advised.returned(seam.deliver(response, next));
    }

    private @Nullable Object[] sendAgain(Sending<Q, R> sending, Next.Send send) {
        R response;
        try (Scope scope = FailOpenScope.of(sending.passage(), log)) {
            response = inside.send(sending.again(), seam.request(sending.passage(), sending.original(), send));
        } catch (Throwable thrown) {
            return failed(sending, thrown);
        }
        return landed(sending, response);
    }

    private @Nullable Object[] failed(Sending<Q, R> sending, @Nullable Throwable thrown) {
        if (thrown == null) {
            sending.passage().failed(new NullPointerException("no response"));
            return Advised.returned(null);
        }
        Next next = seam.refused(sending.passage(), thrown);
        if (next instanceof Next.Send send) {
            return sendAgain(sending, send);
        }
        if (next == null) {
            sending.passage().failed(thrown);
        }
        return Advised.thrown(thrown);
    }

    private static Next settled(Passage passage, Supplier<Duration> patience) throws InterruptedException {
        Next next = passage.next();
        while (next instanceof Next.Await await) {
            await(await.within(patience.get()));
            next = passage.next();
        }
        return next;
    }

    private static void await(Next.Await await) throws InterruptedException {
        try {
            await.signal().toCompletableFuture().get(await.limit().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException | CancellationException anyNews) {
            // The passage knows better than the signal what has come of it.
        }
    }
}
