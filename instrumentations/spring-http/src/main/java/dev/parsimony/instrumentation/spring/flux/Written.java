// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.flux;

import dev.parsimony.exchange.Call;
import dev.parsimony.instrumentation.spring.http.Messages;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ExchangeStrategies;
import reactor.core.publisher.Mono;

/**
 * A request whose body is written. What wrote it may not do so twice, so that from here on its bytes are sent.
 *
 * @param request the request, with those bytes for a body
 * @param strategies the codecs of the client
 * @param headers what the request says, and what writing the body added to it
 * @param body the bytes
 */
record Written(ClientRequest request, ExchangeStrategies strategies, HttpHeaders headers, byte[] body) {
    /** Has the application write its body; fails with {@link Unwritable} where it fails to. */
    static Mono<Written> of(ClientRequest request, ExchangeStrategies strategies) {
        Paper paper = new Paper(request);
        return Mono.defer(() -> request.body().insert(paper, new Codecs(strategies)))
                .onErrorMap(Unwritable::new)
                .then(Mono.fromSupplier(() -> of(request, strategies, paper.getHeaders(), paper.written())));
    }

    /** The call that it makes, or null if it is none of ours. */
    @Nullable
    Call call() {
        return Messages.call(request.method(), request.url(), headers, body);
    }

    private static Written of(ClientRequest request, ExchangeStrategies strategies, HttpHeaders headers, byte[] body) {
        ClientRequest written =
                ClientRequest.from(request).body(new Bytes(headers, body)).build();
        return new Written(written, strategies, headers, body);
    }

    /** The same with another body, to another place. */
    Written with(URI place, byte[] other) {
        ClientRequest moved = ClientRequest.from(request).url(place).build();
        return of(moved, strategies, headers, other);
    }
}
