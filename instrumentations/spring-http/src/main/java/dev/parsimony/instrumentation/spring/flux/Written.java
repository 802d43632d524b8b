// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.flux;

import dev.parsimony.exchange.Call;
import dev.parsimony.instrumentation.spring.http.Messages;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ExchangeStrategies;

/**
 * A request whose body is written, or is about to be where it is sent. What wrote it may not do so twice, so that from here on
 * the bytes that were read are sent.
 *
 * @param request the request, with what is to be sent for a body
 * @param strategies the codecs of the client
 * @param headers what the request says, and what writing the body added to it
 * @param body the bytes; none where they were not read
 */
record Written(ClientRequest request, ExchangeStrategies strategies, HttpHeaders headers, byte[] body) {
    /** A request of which the body was read. */
    static Written of(ClientRequest request, ExchangeStrategies strategies, HttpHeaders headers, byte[] body) {
        ClientRequest written =
                ClientRequest.from(request).body(new Bytes(headers, body)).build();
        return new Written(written, strategies, headers, body);
    }

    /** A request of which the body is none to be read: no call of ours, to be sent once. */
    static Written unread(ClientRequest request, ExchangeStrategies strategies, Met<Object> body) {
        ClientRequest written = ClientRequest.from(request).body(body).build();
        return new Written(written, strategies, request.headers(), new byte[0]);
    }

    /** The call that it makes, or null if it is none of ours. */
    @Nullable
    Call call() {
        return Messages.call(request.method(), request.url(), headers, body);
    }

    /** The same with another body, to another place. */
    Written with(URI place, byte[] other) {
        ClientRequest moved = ClientRequest.from(request).url(place).build();
        return of(moved, strategies, headers, other);
    }
}
