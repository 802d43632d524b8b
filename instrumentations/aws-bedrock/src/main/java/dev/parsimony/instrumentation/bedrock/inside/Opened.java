// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Tap;
import dev.parsimony.weaving.Edges;
import dev.parsimony.weaving.TappedBuffers;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A response of which the head has come, and what the SDK makes of its body. */
final class Opened {
    private final Head head;
    private final CompletableFuture<Object> output;
    private @Nullable TappedBuffers body;
    private boolean passed;

    /**
     * A response.
     *
     * @param head its head
     * @param output what the application gets, once the SDK has made it
     */
    Opened(Head head, CompletableFuture<Object> output) {
        this.head = head;
        this.output = output;
    }

    Head head() {
        return head;
    }

    CompletableFuture<Object> output() {
        return output;
    }

    /** Puts a tap where the body passes. */
    synchronized void tap(Tap tap, Edges edges) {
        body = new TappedBuffers(tap, edges);
        if (passed) { // it came before the SDK had returned its future
            body.closed();
        }
    }

    /** Where the body passes, which it now does; null where nobody looks yet. */
    @Nullable
    synchronized TappedBuffers body() {
        passed = true;
        return body;
    }
}
