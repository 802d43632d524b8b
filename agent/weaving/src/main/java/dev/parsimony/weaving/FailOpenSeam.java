// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Passage;
import dev.parsimony.exchange.Reply;
import dev.parsimony.exchange.Tap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A seam whose failures are told and then forgotten: each ends in what the application would have had without us. */
final class FailOpenSeam<Q, R> {
    private final Seam<Q, R> seam;
    private final Log log;

    FailOpenSeam(Seam<Q, R> seam, Log log) {
        this.seam = seam;
        this.log = log;
    }

    /** The request to send: the very object of the application where it goes out as written. */
    Q request(Passage passage, Q original, Next.Send send) {
        if (send.asWritten()) {
            return original;
        }
        try {
            return seam.request(original, send.call());
        } catch (Throwable cause) {
            warn("a changed request cannot be built, it goes out as written", cause);
            passage.fellBack();
            return original;
        }
    }

    /** The response for an answer of ours, or null where it cannot be built and the request must be sent after all. */
    @Nullable
    R answer(Q original, Reply reply) {
        try {
            return seam.answer(original, reply);
        } catch (Throwable cause) {
            warn("a stored answer cannot be handed over, the request is sent", cause);
            return null;
        }
    }

    /** The same for a caller that does not wait. */
    @Nullable
    CompletableFuture<R> answered(Q original, Reply reply) {
        try {
            return seam.answered(original, reply).toCompletableFuture();
        } catch (Throwable cause) {
            warn("a stored answer cannot be handed over, the request is sent", cause);
            return null;
        }
    }

    /** What is to be done with a response. */
    Next arrived(Passage passage, R response) {
        try {
            return passage.arrived(seam.head(response));
        } catch (Throwable cause) {
            warn("a response cannot be read, it passes unseen", cause);
            passage.failed(cause);
            return new Next.Deliver(Tap.open());
        }
    }

    /**
     * What is to be done about a failure, where it stands for a response; the body of one that is delivered has passed then.
     *
     * @return null where it stands for none
     */
    @Nullable
    Next refused(Passage passage, Throwable thrown) {
        try {
            Optional<Reply> refusal = seam.refusal(thrown);
            return refusal.isEmpty() ? null : refused(passage, refusal.get());
        } catch (Throwable cause) {
            warn("a failure cannot be read, it passes unseen", cause);
            return null;
        }
    }

    private static Next refused(Passage passage, Reply refusal) {
        Next next = passage.arrived(new Head(refusal.status(), refusal.look()));
        if (next instanceof Next.Deliver deliver) {
            deliver.tap().pass(new Chunk(refusal.body(), 0, refusal.body().length));
            deliver.tap().end();
        }
        return next;
    }

    /** The response as the application gets it. */
    R deliver(R response, Next next) {
        if (!(next instanceof Next.Deliver deliver) || deliver.tap() == Tap.open()) {
            return response;
        }
        try {
            return seam.tapped(response, deliver.tap());
        } catch (Throwable cause) {
            warn("a response cannot be followed, it passes unseen", cause);
            deliver.tap().abandoned();
            return response;
        }
    }

    /** Closes a response that nobody will read. */
    void close(R response) {
        try {
            seam.close(response);
        } catch (Throwable cause) {
            warn("a response cannot be closed", cause);
        }
    }

    private void warn(String what, Throwable cause) {
        log.warn("seam", what + ": " + cause.getClass().getName());
    }
}
