// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.apache.inside;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Reply;
import dev.parsimony.exchange.Tap;
import dev.parsimony.weaving.Edges;
import dev.parsimony.weaving.Fixed;
import dev.parsimony.weaving.Seam;
import java.io.IOException;
import java.util.Objects;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.jspecify.annotations.Nullable;

/** Our nouns in the client's types and back. */
final class ApacheTypes implements Seam<ClassicHttpRequest, ClassicHttpResponse> {
    private final Hidden hidden;
    private final Edges edges;

    ApacheTypes(Hidden hidden, Edges edges) {
        this.hidden = hidden;
        this.edges = edges;
    }

    @Override
    public ClassicHttpRequest request(ClassicHttpRequest original, Call call) {
        Fixed.check(Requests.look(original), Requests.path(original), call);
        HttpEntity body = Objects.requireNonNull(original.getEntity());
        return new OtherRequest(original, new ByteArrayEntity(call.body(), type(body.getContentType())));
    }

    @Override
    public ClassicHttpResponse answer(ClassicHttpRequest original, Reply reply) throws Throwable {
        ClassicHttpResponse response = new BasicClassicHttpResponse(reply.status(), "OK");
        reply.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setEntity(new ByteArrayEntity(reply.body(), type(reply.look().first("content-type"))));
        return hidden.adapt(response);
    }

    private static @Nullable ContentType type(@Nullable String type) {
        return type == null || type.isEmpty() ? null : ContentType.parseLenient(type);
    }

    @Override
    public Head head(ClassicHttpResponse response) {
        return new Head(response.getCode(), Requests.look(response));
    }

    /** A body that is still encoded is for the application to decode, and cannot be read in passing. */
    @Override
    public ClassicHttpResponse tapped(ClassicHttpResponse response, Tap tap) throws IOException {
        HttpEntity body = response.getEntity();
        if (body == null || body.getContentEncoding() != null) {
            tap.closed();
            return response;
        }
        response.setEntity(new TappedEntity(body, head(response).isEventStream(), tap, edges));
        return response;
    }

    @Override
    public void close(ClassicHttpResponse response) throws IOException {
        response.close();
    }
}
