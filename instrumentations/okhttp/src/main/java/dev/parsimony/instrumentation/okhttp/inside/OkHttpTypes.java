// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.okhttp.inside;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Reply;
import dev.parsimony.exchange.Tap;
import dev.parsimony.weaving.Edges;
import dev.parsimony.weaving.Fixed;
import dev.parsimony.weaving.Seam;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.Okio;

/** Our nouns in OkHttp's types and back. */
final class OkHttpTypes implements Seam<Request, Response> {
    private static final String TYPE = "content-type";
    private static final String ENCODING = "content-encoding";
    private static final long UNKNOWN = -1;

    private final Edges edges;

    OkHttpTypes(Edges edges) {
        this.edges = edges;
    }

    @Override
    public Request request(Request original, Call call) {
        Fixed.check(look(original.headers()), Requests.path(original.url()), call);
        OtherRequestBody body = new OtherRequestBody(Objects.requireNonNull(original.body()), call.body());
        return original.newBuilder().method(original.method(), body).build();
    }

    @Override
    public Response answer(Request original, Reply reply) {
        long now = System.currentTimeMillis();
        Response.Builder response = new Response.Builder()
                .request(original)
                .protocol(Protocol.HTTP_1_1)
                .code(reply.status())
                .message("OK")
                .sentRequestAtMillis(now)
                .receivedResponseAtMillis(now);
        reply.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        MediaType type = MediaType.parse(reply.look().first(TYPE));
        Buffer body = new Buffer().write(reply.body());
        return response.body(new OtherResponseBody(type, body.size(), body)).build();
    }

    @Override
    public Head head(Response response) {
        return new Head(response.code(), look(response.headers()));
    }

    /** A body that is still encoded is for the application to decode, and cannot be read in passing. */
    @Override
    public Response tapped(Response response, Tap tap) {
        ResponseBody body = Objects.requireNonNull(response.body());
        if (!look(response.headers()).values(ENCODING).isEmpty()) {
            tap.closed();
            return response;
        }
        TappedSource tapped = new TappedSource(body.source(), tap, edges);
        // part of a stream may be kept from the application
        long length = head(response).isEventStream() ? UNKNOWN : body.contentLength();
        return response.newBuilder()
                .body(new OtherResponseBody(body.contentType(), length, Okio.buffer(tapped)))
                .build();
    }

    @Override
    public void close(Response response) {
        response.close();
    }

    /** A look at headers of OkHttp's. */
    static Headers look(okhttp3.Headers headers) {
        return new Headers() {
            @Override
            public List<String> values(String name) {
                return headers.values(name);
            }

            @Override
            public Set<String> names() {
                return headers.names();
            }
        };
    }
}
