// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Passage;
import dev.parsimony.exchange.Scope;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Drives the passage of calls through a method that returns a future of the response. No thread is ever held up: a wait skips
 * the method's body and calls the method later.
 *
 * @param <Q> the SDK's request
 * @param <R> the SDK's response
 */
public final class FutureDriver<Q, R> {
    private final FailOpenSeam<Q, R> seam;
    private final Inside inside;
    private final Edges edges;

    /**
     * A driver.
     *
     * @param seam the SDK's types
     * @param edges the outside
     */
    public FutureDriver(Seam<Q, R> seam, Edges edges) {
        this.seam = new FailOpenSeam<>(seam, edges.log());
        this.inside = edges.inside();
        this.edges = edges;
    }

    private record Sending<Q, R>(Flight<Q, R> flight, Passage passage, Scope scope) {}

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
            Passage passage, Q request, Again<Q, CompletableFuture<R>> again, Supplier<Duration> patience) {
        Next next = passage.next();
        if (next instanceof Next.Answer answer) {
            CompletableFuture<R> response = seam.answered(request, answer.reply());
            return response == null ? inside.unseen(request) : Advised.answer(request, response);
        }
        Flight<Q, R> flight = new Flight<>(passage, request, again, patience, seam, inside, edges);
        if (next instanceof Next.Await await) {
            return Advised.answer(request, flight.after(await));
        }
        Q sent = seam.request(passage, request, (Next.Send) next);
        Scope scope = FailOpenScope.of(passage, edges.log());
        @Nullable Object[] advised = Advised.send(sent, new Sending<>(flight, passage, scope));
        inside.enter();
        return advised;
    }

    /**
     * After the method.
     *
     * @param entered what {@link #enter} returned
     * @param returned the future the method returned, if it did
     * @param thrown what the method threw, if it did
     * @return see {@link Advised}; null to leave things as they are
     */
    @SuppressWarnings("unchecked")
    public @Nullable Object @Nullable [] exit(
            @Nullable Object @Nullable [] entered,
            @Nullable CompletableFuture<R> returned,
            @Nullable Throwable thrown) {
        if (entered == null || inside.wasUnseen(entered)) {
            return null;
        }
        if (!(entered[Advised.KEPT] instanceof Sending<?, ?> kept)) {
            return Advised.returned(entered[Advised.ANSWER]);
        }
        inside.leave();
        kept.scope().close();
        if (returned == null) {
            kept.passage().failed(thrown == null ? new NullPointerException("no response") : thrown);
            return thrown == null ? Advised.returned(null) : Advised.thrown(thrown);
        }
        return Advised.returned(((Sending<Q, R>) kept).flight().of(returned));
    }

    /**
     * Makes a call, for a seam that is no advice around a method.
     *
     * @param passage the call's way
     * @param request the request as the application made it
     * @param send makes the call, any number of times
     * @param patience how long the call may wait for another one, whatever its passage says
     * @return a future of the response for the application
     * @throws Throwable what the application gets instead
     */
    public CompletableFuture<R> call(
            Passage passage, Q request, Again<Q, CompletableFuture<R>> send, Supplier<Duration> patience)
            throws Throwable {
        @Nullable Object[] entered = enter(passage, request, send, patience);
        return Around.call(entered, request, send, (returned, thrown) -> exit(entered, returned, thrown));
    }
}
