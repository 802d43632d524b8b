// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Passage;
import dev.parsimony.exchange.Scope;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One asynchronous call under way. The application holds {@link #result}; what it does to it, giving up above all, is done to
 * the future of the SDK as well.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the futures of callbacks that do not throw
final class Flight<Q, R> {
    private final Passage passage;
    private final Q original;
    private final Again<Q, CompletableFuture<R>> again;
    private final Supplier<Duration> patience;
    private final FailOpenSeam<Q, R> seam;
    private final Inside inside;
    private final Edges edges;
    private final CompletableFuture<R> result = new CompletableFuture<>();
    private volatile @Nullable CompletableFuture<?> source;

    Flight(
            Passage passage,
            Q original,
            Again<Q, CompletableFuture<R>> again,
            Supplier<Duration> patience,
            FailOpenSeam<Q, R> seam,
            Inside inside,
            Edges edges) {
        this.passage = passage;
        this.original = original;
        this.again = again;
        this.patience = patience;
        this.seam = seam;
        this.inside = inside;
        this.edges = edges;
    }

    /** What the application gets when a send is under way. */
    CompletableFuture<R> of(CompletableFuture<R> sent) {
        result.whenComplete((any, thrown) -> pass(thrown));
        follow(sent, this::landed);
        return result;
    }

    /** What the application gets when the passage wants to wait first. */
    CompletableFuture<R> after(Next.Await await) {
        result.whenComplete((any, thrown) -> pass(thrown));
        await(await);
        return result;
    }

    private void follow(CompletableFuture<R> sent, BiConsumer<@Nullable R, @Nullable Throwable> landing) {
        source = sent;
        sent.whenComplete(landing);
        if (result.isCompletedExceptionally()) {
            result.whenComplete((any, thrown) -> pass(thrown));
        }
    }

    /** Passes on to the SDK's future what the application did to its own. */
    private void pass(@Nullable Throwable thrown) {
        CompletableFuture<?> behind = source;
        if (behind == null || behind.isDone() || thrown == null) {
            return;
        }
        if (thrown instanceof CancellationException) {
            behind.cancel(true);
        } else {
            behind.completeExceptionally(thrown);
        }
    }

    private void landed(@Nullable R response, @Nullable Throwable thrown) {
        if (thrown != null || response == null) {
            failed(thrown == null ? new NullPointerException("no response") : thrown);
            return;
        }
        Next next = seam.arrived(passage, response);
        if (next instanceof Next.Send send) {
            seam.close(response);
            send(send);
        } else {
            deliver(seam.deliver(response, next));
        }
    }

    private void deliver(@Nullable R response) {
        if (!result.complete(response) && response != null) {
            seam.close(response);
        }
    }

    private void failed(Throwable thrown) {
        Throwable cause = thrown.getCause(); // futures wrap what failed
        Throwable known = thrown instanceof CompletionException && cause != null ? cause : thrown;
        Next next = seam.refused(passage, known);
        if (next instanceof Next.Send send) {
            send(send);
            return;
        }
        if (next == null) {
            passage.failed(known);
        }
        result.completeExceptionally(thrown);
    }

    private void send(Next.Send send) {
        CompletableFuture<R> sent;
        try (Scope scope = FailOpenScope.of(passage, edges.log())) {
            sent = inside.send(again, seam.request(passage, original, send));
        } catch (Throwable thrown) {
            failed(thrown);
            return;
        }
        follow(sent, this::landed);
    }

    private void await(Next.Await await) {
        CompletableFuture<Void> news = new CompletableFuture<>();
        await.signal().whenComplete((any, thrown) -> news.complete(null));
        result.whenComplete((any, thrown) -> news.complete(null));
        Future<?> alarm = edges.after(await.within(patience.get()).limit(), () -> news.complete(null));
        news.whenComplete((any, thrown) -> alarm.cancel(false));
        // Whoever gave the signal has other things to do.
        news.thenRunAsync(this::resume, edges.elsewhere());
    }

    private void resume() {
        if (result.isDone()) {
            passage.failed(new CancellationException());
            return;
        }
        Next next = passage.next();
        if (next instanceof Next.Await await) {
            await(await);
        } else if (next instanceof Next.Answer answer) {
            answer(answer);
        } else {
            send((Next.Send) next);
        }
    }

    private void answer(Next.Answer answer) {
        CompletableFuture<R> response = seam.answered(original, answer.reply());
        if (response != null) {
            follow(response, this::hand);
            return;
        }
        try {
            // The passage is over; the call itself is still to be made.
            follow(inside.send(again, original), this::hand);
        } catch (Throwable thrown) {
            result.completeExceptionally(thrown);
        }
    }

    private void hand(@Nullable R response, @Nullable Throwable thrown) {
        if (thrown == null) {
            deliver(response);
        } else {
            result.completeExceptionally(thrown);
        }
    }
}
