// SPDX-License-Identifier: Apache-2.0
package com.acme.hosted;

import com.openai.core.RequestOptions;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.concurrent.CompletableFuture;

/** Sends what the SDK wants sent without a library, and without a thread that outlives it. */
final class JdkTransport implements HttpClient {
    private final String base;

    JdkTransport(String base) {
        this.base = base;
    }

    @Override
    public HttpResponse execute(HttpRequest request, RequestOptions options) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) new URL(base + "/" + String.join("/", request.pathSegments())).openConnection();
            connection.setRequestMethod(request.method().name());
            connection.setDoOutput(true);
            for (String name : request.headers().names()) {
                connection.setRequestProperty(
                        name, String.join(",", request.headers().values(name)));
            }
            connection.setRequestProperty("Content-Type", "application/json");
            try (OutputStream out = connection.getOutputStream()) {
                request.body().writeTo(out);
            }
            return new Answer(connection.getResponseCode(), connection.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
        return CompletableFuture.completedFuture(execute(request, options));
    }

    @Override
    public void close() {}

    private record Answer(int status, InputStream in) implements HttpResponse {
        @Override
        public int statusCode() {
            return status;
        }

        @Override
        public Headers headers() {
            return Headers.builder().build();
        }

        @Override
        public InputStream body() {
            return in;
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
