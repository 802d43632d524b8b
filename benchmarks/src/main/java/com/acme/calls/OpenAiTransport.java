// SPDX-License-Identifier: Apache-2.0
package com.acme.calls;

import com.openai.core.RequestOptions;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpRequestBody;
import com.openai.core.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Stands where the network would be: takes every byte of a request, and answers always the same at once. */
final class OpenAiTransport implements HttpClient {
    private static final Headers HEADERS = Headers.builder()
            .put("content-type", "application/json")
            .put("x-request-id", "req_8f6d1d1c4b")
            .build();

    private final byte[] answer = Recorded.answer("chat-completion.json");
    private final AtomicLong sent = new AtomicLong();
    private volatile long lastBody;

    /** Requests so far. */
    long sent() {
        return sent.get();
    }

    /** Bytes of the last request's body. */
    long lastBody() {
        return lastBody;
    }

    @Override
    public HttpResponse execute(HttpRequest request, RequestOptions options) {
        HttpRequestBody body = request.body();
        if (body != null) {
            Drain drain = new Drain();
            body.writeTo(drain);
            lastBody = drain.size();
        }
        sent.incrementAndGet();
        return new Arrived(answer);
    }

    @Override
    public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
        return CompletableFuture.completedFuture(execute(request, options));
    }

    @Override
    public void close() {}

    private record Arrived(byte[] answer) implements HttpResponse {
        @Override
        public int statusCode() {
            return 200;
        }

        @Override
        public Headers headers() {
            return HEADERS;
        }

        @Override
        public InputStream body() {
            return new ByteArrayInputStream(answer);
        }

        @Override
        public void close() {}
    }
}
