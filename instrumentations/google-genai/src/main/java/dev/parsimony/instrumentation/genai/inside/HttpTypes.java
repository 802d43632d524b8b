// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.genai.inside;

import com.google.genai.types.HttpOptions;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Reply;
import dev.parsimony.exchange.Tap;
import dev.parsimony.weaving.Edges;
import dev.parsimony.weaving.Seam;
import dev.parsimony.weaving.TappedStream;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** Our nouns in the SDK's types and back: requests are the arguments of its method, responses hold one of OkHttp's. */
final class HttpTypes implements Seam<Ask, Object> {
    private final Sdk sdk;
    private final Edges edges;

    HttpTypes(Sdk sdk, Edges edges) {
        this.sdk = sdk;
        this.edges = edges;
    }

    /** The call that is asked for, or null if it is none of ours. */
    @Nullable
    Call call(Ask ask, Gate gate) throws Throwable {
        String method = ask.method().toUpperCase(Locale.ROOT);
        if (!gate.wants(method, "/" + ask.barePath())) {
            return null;
        }
        HttpOptions options = sdk.merged(ask.client(), ask.own());
        Target target = Target.of(sdk, ask, options);
        return new Call(
                method,
                target.address(),
                target.path(ask),
                ask.query().isEmpty() ? "" : ask.query().substring(1),
                Headers.of(headers(options)),
                body(ask, options).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, List<String>> headers(HttpOptions options) {
        return options.headers().orElse(Map.of()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
    }

    private String body(Ask ask, HttpOptions options) throws Exception {
        return sdk.hasExtraBody() ? ExtraBody.in(ask.json(), options) : ask.json();
    }

    @Override
    public Ask request(Ask original, Call call) throws Throwable {
        HttpOptions options = sdk.merged(original.client(), original.own());
        String path = Target.of(sdk, original, options).asked(call.path());
        boolean extra = sdk.hasExtraBody() && options.extraBody().isPresent();
        return new Ask(
                original.client(),
                original.method(),
                path + original.query(),
                new String(call.body(), StandardCharsets.UTF_8),
                extra ? ExtraBody.without(original) : original.options());
    }

    @Override
    public Object answer(Ask original, Reply reply) throws Throwable {
        Response.Builder response = new Response.Builder()
                .request(new Request.Builder().url("http://localhost/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(reply.status())
                .message("OK");
        reply.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        MediaType type = MediaType.parse(reply.look().first("content-type"));
        byte[] body = reply.body();
        return sdk.wrapped(response.body(new Body(type, body.length, new ByteArrayInputStream(body)))
                .build());
    }

    @Override
    public Head head(Object response) throws Throwable {
        Response inner = sdk.unwrapped(response);
        return new Head(inner.code(), Headers.of(inner.headers().toMultimap()));
    }

    @Override
    public Object tapped(Object response, Tap tap) throws Throwable {
        Response inner = sdk.unwrapped(response);
        ResponseBody body = inner.body();
        if (body == null) {
            tap.closed();
            return response;
        }
        TappedStream stream = new TappedStream(body.byteStream(), tap, edges);
        return sdk.wrapped(inner.newBuilder()
                .body(new Body(body.contentType(), body.contentLength(), stream))
                .build());
    }

    @Override
    public void close(Object response) throws Throwable {
        sdk.unwrapped(response).close();
    }
}
