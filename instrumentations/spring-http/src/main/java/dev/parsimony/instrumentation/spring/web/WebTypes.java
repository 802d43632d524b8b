// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.web;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Reply;
import dev.parsimony.exchange.Tap;
import dev.parsimony.instrumentation.spring.http.Messages;
import dev.parsimony.weaving.Base;
import dev.parsimony.weaving.Edges;
import dev.parsimony.weaving.Fixed;
import dev.parsimony.weaving.Seam;
import dev.parsimony.weaving.TappedStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/** Our nouns in the types of Spring's blocking clients and back. */
final class WebTypes implements Seam<Outgoing, ClientHttpResponse> {
    private final Edges edges;

    WebTypes(Edges edges) {
        this.edges = edges;
    }

    @Override
    public Outgoing request(Outgoing original, Call call) throws IOException {
        Fixed.check(Messages.look(original.request().getHeaders()), call.path(), call);
        URI uri = original.request().getURI();
        return original.again(URI.create(Base.moved(uri.toString(), call.path())), call.body());
    }

    @Override
    public ClientHttpResponse answer(Outgoing original, Reply reply) {
        ByteArrayInputStream body = new ByteArrayInputStream(reply.body());
        return new Response(HttpStatusCode.valueOf(reply.status()), "OK", Messages.headers(reply), body, () -> {});
    }

    @Override
    public Head head(ClientHttpResponse response) throws IOException {
        return new Head(response.getStatusCode().value(), Messages.look(response.getHeaders()));
    }

    @Override
    public ClientHttpResponse tapped(ClientHttpResponse response, Tap tap) throws IOException {
        if (Messages.isEncoded(response.getHeaders())) {
            tap.closed();
            return response;
        }
        TappedStream body = new TappedStream(response.getBody(), tap, edges);
        return new Response(response.getStatusCode(), response.getStatusText(), response.getHeaders(), body, () -> {
            body.tellClosed();
            response.close();
        });
    }

    @Override
    public void close(ClientHttpResponse response) {
        response.close();
    }
}
