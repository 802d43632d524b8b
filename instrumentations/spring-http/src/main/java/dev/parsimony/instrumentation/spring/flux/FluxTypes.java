// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.flux;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Reply;
import dev.parsimony.exchange.Tap;
import dev.parsimony.instrumentation.spring.http.Messages;
import dev.parsimony.weaving.Base;
import dev.parsimony.weaving.Edges;
import dev.parsimony.weaving.Fixed;
import dev.parsimony.weaving.Seam;
import java.net.URI;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Flux;

/** Our nouns in the types of Spring's reactive client and back. */
final class FluxTypes implements Seam<Written, ClientResponse> {
    private final Edges edges;

    FluxTypes(Edges edges) {
        this.edges = edges;
    }

    @Override
    public Written request(Written original, Call call) {
        Fixed.check(Messages.look(original.headers()), call.path(), call);
        String url = original.request().url().toString();
        return original.with(URI.create(Base.moved(url, call.path())), call.body());
    }

    @Override
    public ClientResponse answer(Written original, Reply reply) {
        Flux<DataBuffer> body = Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(reply.body())));
        return ClientResponse.create(HttpStatusCode.valueOf(reply.status()), original.strategies())
                .headers(headers -> Messages.add(Messages.headers(reply), headers))
                .body(body)
                .build();
    }

    @Override
    public Head head(ClientResponse response) {
        return new Head(
                response.statusCode().value(), Messages.look(response.headers().asHttpHeaders()));
    }

    @Override
    public ClientResponse tapped(ClientResponse response, Tap tap) {
        if (Messages.isEncoded(response.headers().asHttpHeaders())) {
            tap.closed();
            return response;
        }
        TappedFlux body = new TappedFlux(tap, edges);
        return response.mutate().body(body::of).build();
    }

    @Override
    public void close(ClientResponse response) {
        response.releaseBody().subscribe(none -> {}, thrown -> {});
    }
}
