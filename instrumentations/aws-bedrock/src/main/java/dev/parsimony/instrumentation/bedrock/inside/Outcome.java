// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The future that the application holds: of what the SDK makes of the response, whichever send brought that. */
@SuppressWarnings("FutureReturnValueIgnored") // the futures of callbacks that do not throw
final class Outcome {
    private Outcome() {}

    /**
     * The future of the output.
     *
     * @param landing brings the response; a failure of either is the application's, and its giving up is theirs
     */
    static CompletableFuture<Object> of(CompletableFuture<Opened> landing) {
        CompletableFuture<Object> outcome = new CompletableFuture<>();
        outcome.whenComplete((any, thrown) -> giveUp(landing, thrown));
        landing.whenComplete((opened, thrown) -> {
            if (thrown != null) {
                outcome.completeExceptionally(thrown);
            } else {
                hand(opened.output(), outcome);
            }
        });
        return outcome;
    }

    private static void hand(CompletableFuture<Object> output, CompletableFuture<Object> outcome) {
        outcome.whenComplete((any, thrown) -> giveUp(output, thrown));
        output.whenComplete((made, thrown) -> {
            if (thrown != null) {
                outcome.completeExceptionally(thrown);
            } else {
                outcome.complete(made);
            }
        });
    }

    private static void giveUp(CompletableFuture<?> behind, @Nullable Throwable thrown) {
        if (thrown instanceof CancellationException) {
            behind.cancel(true);
        } else if (thrown != null) {
            behind.completeExceptionally(thrown);
        }
    }
}
