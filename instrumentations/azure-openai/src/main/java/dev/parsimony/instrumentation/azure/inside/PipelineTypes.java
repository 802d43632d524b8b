// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.azure.inside;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Reply;
import dev.parsimony.exchange.Tap;
import dev.parsimony.weaving.Base;
import dev.parsimony.weaving.Edges;
import dev.parsimony.weaving.Seam;
import java.nio.ByteBuffer;
import reactor.core.publisher.Flux;

/** Our nouns in the types of the SDK's pipeline and back. */
final class PipelineTypes implements Seam<HttpRequest, HttpResponse> {
    private final Edges edges;

    PipelineTypes(Edges edges) {
        this.edges = edges;
    }

    @Override
    public HttpRequest request(HttpRequest original, Call call) {
        return original.copy()
                .setUrl(Base.moved(original.getUrl().toString(), call.path()))
                .setBody(call.body());
    }

    @Override
    public HttpResponse answer(HttpRequest original, Reply reply) {
        HttpHeaders headers = new HttpHeaders();
        reply.headers()
                .forEach(
                        (name, values) -> values.forEach(value -> headers.add(HttpHeaderName.fromString(name), value)));
        Flux<ByteBuffer> body = Flux.defer(() -> Flux.just(ByteBuffer.wrap(reply.body())));
        return new Response(original, reply.status(), headers, body, () -> {});
    }

    @Override
    public Head head(HttpResponse response) {
        return new Head(response.getStatusCode(), Requests.look(response.getHeaders()));
    }

    @Override
    public HttpResponse tapped(HttpResponse response, Tap tap) {
        TappedFlux body = new TappedFlux(tap, edges);
        return new Response(
                response.getRequest(),
                response.getStatusCode(),
                response.getHeaders(),
                body.of(response.getBody()),
                () -> {
                    body.closed();
                    response.close();
                });
    }

    @Override
    public void close(HttpResponse response) {
        response.close();
    }
}
