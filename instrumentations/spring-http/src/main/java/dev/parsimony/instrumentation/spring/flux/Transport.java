// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.flux;

import java.util.concurrent.CompletableFuture;
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
    /** Sends what is written; giving up the future gives up the exchange. */
    @SuppressWarnings("NullAway") // an exchange ends with a response or an error
    CompletableFuture<ClientResponse> send(Written written) {
        return function.exchange(written.request()).contextWrite(subscriber).toFuture();
    }
}
