// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.recall;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A call under way that others wait for. It lands once: with an answer for all, or with none, and then everyone goes alone.
 */
final class Flight {
    private static final long NOBODY = -1;

    private final CompletableFuture<Optional<Stored>> landing = new CompletableFuture<>();
    private final CompletableFuture<Boolean> news = new CompletableFuture<>();
    private volatile long reader = NOBODY;
    private final LongSupplier ticker;
    private final long deadline;

    Flight(LongSupplier ticker, Duration longest) {
        this.ticker = ticker;
        this.deadline = ticker.getAsLong() + longest.toNanos();
    }

    /** Lands; only the first time counts. */
    void land(@Nullable Stored answer) {
        landing.complete(Optional.ofNullable(answer));
        news.complete(true);
    }

    /** The answer begins; the application is about to read it on this thread. */
    void begin() {
        reader = Thread.currentThread().getId();
        news.complete(true);
    }

    /** Whether the answer has begun and is not there yet. */
    boolean hasBegun() {
        return reader != NOBODY && !landing.isDone();
    }

    /** Whether this very thread has the answer to read: it would wait for itself. */
    boolean waitsForThisThread() {
        return hasBegun() && reader == Thread.currentThread().getId();
    }

    CompletionStage<?> news() {
        return news.minimalCompletionStage();
    }

    CompletionStage<?> landing() {
        return landing.minimalCompletionStage();
    }

    Duration remaining() {
        return Duration.ofNanos(Math.max(0, deadline - ticker.getAsLong()));
    }

    /** The answer it brought; empty while it is under way, or if it brought none. */
    Optional<Stored> answer() {
        return landing.getNow(Optional.empty());
    }

    @Override
    public String toString() {
        return landing.isDone() ? "landed" : "under way for " + remaining() + " more at most";
    }
}
