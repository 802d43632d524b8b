// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Letters over the JDK's own client. */
public enum JdkPost implements Post.Courier {
    SENT {
        @Override
        public String carry(Letter letter) throws IOException, InterruptedException {
            return told(CLIENT.send(request(letter), BodyHandlers.ofString()));
        }
    },
    /** A line at a time. */
    IN_LINES {
        @Override
        public String carry(Letter letter) throws IOException, InterruptedException {
            HttpResponse<Stream<String>> response = CLIENT.send(request(letter), BodyHandlers.ofLines());
            try (Stream<String> lines = response.body()) {
                return response.statusCode() + " " + lines.collect(Collectors.joining(" / "));
            }
        }
    },
    AS_STREAM {
        @Override
        public String carry(Letter letter) throws IOException, InterruptedException {
            HttpResponse<InputStream> response = CLIENT.send(request(letter), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return response + " " + new String(body.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    },
    /** Of a handler of its own, that looks at the head and makes something else of the body. */
    MAPPED {
        @Override
        public String carry(Letter letter) throws IOException, InterruptedException {
            HttpResponse<Integer> response = CLIENT.send(
                    request(letter),
                    head -> head.statusCode() == 200
                            ? BodySubscribers.mapping(BodySubscribers.ofByteArray(), bytes -> bytes.length)
                            : BodySubscribers.replacing(head.statusCode()));
            return response.statusCode() + " " + response.request().uri() + " " + response.body();
        }
    },
    LATER {
        @Override
        public String carry(Letter letter) throws IOException {
            return joined(CLIENT.sendAsync(request(letter), BodyHandlers.ofByteArray())
                    .thenApply(response -> response.headers().firstValue("content-type") + " "
                            + new String(response.body(), StandardCharsets.UTF_8)));
        }
    },
    /** A stream of which one buffer is asked for at a time. */
    LATER_IN_LINES {
        @Override
        public boolean carries(Letter letter) {
            return letter.isStreamed();
        }

        @Override
        public String carry(Letter letter) throws IOException {
            return joined(CLIENT.sendAsync(request(letter), BodyHandlers.ofLines(), null)
                    .thenApply(response -> response.body().collect(Collectors.joining(" / "))));
        }
    };

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Sends every letter in every way. */
    public static void main(String[] args) {
        Post.carryAll(Stream.of(args).map(JdkPost::valueOf).toList());
    }

    private static HttpRequest request(Letter letter) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(letter.url()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(letter.body()));
        letter.headers().forEach(request::header);
        return request.build();
    }

    private static String told(HttpResponse<String> response) {
        return response.statusCode() + " " + response.headers().firstValue("content-type") + " " + response.body();
    }

    private static String joined(CompletableFuture<String> answer) throws IOException {
        try {
            return answer.join();
        } catch (CompletionException wrapped) {
            throw new IOException(wrapped.getCause());
        }
    }
}
