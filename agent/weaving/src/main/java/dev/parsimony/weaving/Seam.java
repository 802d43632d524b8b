// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Reply;
import dev.parsimony.exchange.Tap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What an SDK's HTTP layer looks like to a driver: how to turn our nouns into its types and back. Whatever a method throws
 * makes the driver fall back to what the application would have had.
 *
 * @param <Q> the SDK's request
 * @param <R> the SDK's response
 */
public interface Seam<Q, R> {
    /**
     * The SDK's request for a changed call.
     *
     * @param original the request as the application made it
     * @param call what is to go out: another body, another path, or both. Where the path cannot be changed, another one is
     *     thrown at
     */
    Q request(Q original, Call call) throws Throwable;

    /**
     * The SDK's response for an answer of ours. What the request holds is let go of, as the transport would have done.
     *
     * @param original the request as the application made it
     * @param reply the answer
     */
    R answer(Q original, Reply reply) throws Throwable;

    /**
     * The same for a caller that does not wait: there when the application's own code has read it, where it is the
     * application's code that does.
     */
    default CompletionStage<R> answered(Q original, Reply reply) throws Throwable {
        return CompletableFuture.completedFuture(answer(original, reply));
    }

    /** What is known of a response before its body is read. */
    Head head(R response) throws Throwable;

    /** The response with a tap where its body passes. */
    R tapped(R response, Tap tap) throws Throwable;

    /**
     * The response that a failure stands for, where the SDK's HTTP layer throws instead of returning a response that is no
     * success.
     *
     * @param thrown what the method threw
     * @return empty where there was no response
     */
    default Optional<Reply> refusal(Throwable thrown) {
        return Optional.empty();
    }

    /** Closes a response unread. */
    void close(R response) throws Throwable;
}
