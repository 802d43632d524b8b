// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Passage;
import dev.parsimony.exchange.Reply;
import dev.parsimony.exchange.Scope;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Drives the passage of calls through a method that returns nothing and at once: the response is told to a listener, on
 * threads of the transport. The method's own call is the first send; {@link Listening} makes the second.
 *
 * @param <Q> the SDK's request
 * @param <R> the SDK's response, without its body
 */
public final class ListeningDriver<Q, R> {
    private static final int MOST_WAITS = 3;

    private final FailOpenSeam<Q, R> seam;
    private final Inside inside;
    private final Edges edges;

    /**
     * A driver.
     *
     * @param seam the SDK's types
     * @param edges the outside
     */
    public ListeningDriver(Seam<Q, R> seam, Edges edges) {
        this.seam = new FailOpenSeam<>(seam, edges.log());
        this.inside = edges.inside();
        this.edges = edges;
    }

    private record Sending(Passage passage, Scope scope) {}

    /**
     * A call that is about to be made.
     *
     * @param passage the call's way
     * @param request the request as the application made it
     */
    public Listening<Q, R> listening(Passage passage, Q request) {
        return new Listening<>(passage, request, seam, inside, edges);
    }

    /**
     * Before the method.
     *
     * @param call what {@link #listening} returned
     * @param local tells the application's listener an answer of ours, without holding up this thread
     * @return see {@link Advised}; the method is to run with listeners that tell the call what they hear. Null to let it run
     *     as if we were not there
     */
    public @Nullable Object @Nullable [] enter(Listening<Q, R> call, Consumer<Reply> local) {
        Passage passage = call.passage();
        Next next = settled(passage);
        if (next instanceof Next.Answer answer) {
            local.accept(answer.reply());
            return Advised.answer(call.original(), true);
        }
        if (!(next instanceof Next.Send send)) {
            passage.failed(new IllegalStateException("a stream cannot wait"));
            return null;
        }
        Q sent = seam.request(passage, call.original(), send);
        Scope scope = FailOpenScope.of(passage, edges.log());
        @Nullable Object[] advised = Advised.send(sent, new Sending(passage, scope));
        inside.enter();
        return advised;
    }

    /** Nobody may be held up here, and streams wait for nobody: a wait is over at once. */
    private static Next settled(Passage passage) {
        Next next = passage.next();
        for (int i = 0; i < MOST_WAITS && next instanceof Next.Await; i++) {
            next = passage.next();
        }
        return next;
    }

    /**
     * After the method.
     *
     * @param entered what {@link #enter} returned
     * @param thrown what the method threw, if it did: then no listener hears of it
     */
    public void exit(@Nullable Object @Nullable [] entered, @Nullable Throwable thrown) {
        if (entered != null && entered[Advised.KEPT] instanceof Sending kept) {
            inside.leave();
            kept.scope().close();
            if (thrown != null) {
                kept.passage().failed(thrown);
            }
        }
    }
}
