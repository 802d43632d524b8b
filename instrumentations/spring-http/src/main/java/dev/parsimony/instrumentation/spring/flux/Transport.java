// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.flux;

import java.util.concurrent.CompletableFuture;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.util.context.ContextView;

/**
 * Sends for a subscriber.
 *
 * @param function what hands requests to the HTTP client
 * @param subscriber the context of who subscribed to the response
 */
record Transport(ExchangeFunction function, ContextView subscriber) {
    /** Sends what we have written; giving up the future gives up the exchange. */
    CompletableFuture<ClientResponse> send(Written written) {
        return send(written.request());
    }

    /** Sends a request as the application made it, which is not met again. */
    CompletableFuture<ClientResponse> unseen(ClientRequest request) {
        Met<Object> body = (output, context) -> request.body().insert(output, context);
        return send(ClientRequest.from(request).body(body).build());
    }

    @SuppressWarnings("NullAway") // an exchange ends with a response or an error
    private CompletableFuture<ClientResponse> send(ClientRequest request) {
        return function.exchange(request).contextWrite(subscriber).toFuture();
    }
}
