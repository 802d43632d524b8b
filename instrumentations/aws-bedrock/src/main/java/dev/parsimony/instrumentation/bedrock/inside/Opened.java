// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Tap;
import dev.parsimony.weaving.Edges;
import dev.parsimony.weaving.TappedBuffers;
import java.util.concurrent.CompletableFuture;

/** A response of which the head has come, and what the SDK makes of its body. */
final class Opened {
    private final Head head;
    private final CompletableFuture<Object> output;
    private final LateTap tap = new LateTap();
    private final TappedBuffers body;

    /**
     * A response.
     *
     * @param head its head
     * @param output what the application gets, once the SDK has made it
     * @param edges to tell a failure of the tap's
     */
    Opened(Head head, CompletableFuture<Object> output, Edges edges) {
        this.head = head;
        this.output = output;
        this.body = new TappedBuffers(tap, edges);
    }

    Head head() {
        return head;
    }

    CompletableFuture<Object> output() {
        return output;
    }

    /** Puts a tap where the body passes, be it that some of the body has passed. */
    void tap(Tap seeing) {
        tap.set(seeing);
    }

    /** Where the body passes. */
    TappedBuffers body() {
        return body;
    }
}
