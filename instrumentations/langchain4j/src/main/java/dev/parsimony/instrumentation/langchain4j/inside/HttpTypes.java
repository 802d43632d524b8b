// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.langchain4j.inside;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Reply;
import dev.parsimony.exchange.Tap;
import dev.parsimony.weaving.Base;
import dev.parsimony.weaving.Seam;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Our nouns in LangChain4j's types and back. Its bodies are texts, and whole. */
final class HttpTypes implements Seam<HttpRequest, SuccessfulHttpResponse> {
    /**
     * The call that a request makes, or null if it is none of ours: of no interest to the gate, or without a text to send, as
     * forms are.
     */
    static @Nullable Call call(HttpRequest request, Gate gate) {
        String url = request.url();
        int query = url.indexOf('?');
        Base base = Base.of(query < 0 ? url : url.substring(0, query));
        String method = request.method().name();
        String body = gate.wants(method, base.path()) ? request.body() : null;
        if (body == null) {
            return null;
        }
        return new Call(
                method,
                base.address(),
                base.path(),
                query < 0 ? "" : url.substring(query + 1),
                Headers.of(request.headers()),
                body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public HttpRequest request(HttpRequest original, Call call) {
        return HttpRequest.builder()
                .method(original.method())
                .url(Base.moved(original.url(), call.path()))
                .headers(original.headers())
                .body(new String(call.body(), StandardCharsets.UTF_8))
                .build();
    }

    @Override
    public SuccessfulHttpResponse answer(HttpRequest original, Reply reply) {
        return response(reply)
                .body(new String(reply.body(), StandardCharsets.UTF_8))
                .build();
    }

    /** A response without its body; its headers are found in any case, as those of the JDK's client are. */
    static SuccessfulHttpResponse.Builder response(Reply reply) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(reply.headers());
        return SuccessfulHttpResponse.builder().statusCode(reply.status()).headers(headers);
    }

    @Override
    public Head head(SuccessfulHttpResponse response) {
        return new Head(response.statusCode(), Headers.of(response.headers()));
    }

    /** The body is there, whole; nothing is ever kept from the application but part of a stream. */
    @Override
    public SuccessfulHttpResponse tapped(SuccessfulHttpResponse response, Tap tap) {
        if (!isUtf8(response)) {
            tap.closed(); // as a text, its bytes are not those that came
            return response;
        }
        byte[] body = Optional.ofNullable(response.body()).orElse("").getBytes(StandardCharsets.UTF_8);
        tap.pass(new Chunk(body, 0, body.length));
        tap.end();
        return response;
    }

    private static boolean isUtf8(SuccessfulHttpResponse response) {
        String type = Headers.of(response.headers()).first("content-type").toLowerCase(Locale.ROOT);
        return !type.contains("charset=") || type.contains("charset=utf-8") || type.contains("charset=\"utf-8");
    }

    /** A response that is no success is thrown. */
    @Override
    public Optional<Reply> refusal(Throwable thrown) {
        if (!(thrown instanceof HttpException refused)) {
            return Optional.empty();
        }
        String body = Optional.ofNullable(refused.getMessage()).orElse("");
        return Optional.of(new Reply(refused.statusCode(), Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close(SuccessfulHttpResponse response) {
        // it holds nothing
    }
}
