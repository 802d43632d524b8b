// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import io.opentelemetry.api.impl.InstrumentationUtil;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands what is exported to a collector by the JDK's own HTTP client, so that the agent brings none. What fails in passing is
 * sent again, up to three times within a second: by then a missing collector is known, and a JVM that ends need not wait.
 */
final class JdkSender implements HttpSender {
    /** Statuses that pass; OpenTelemetry protocol specification 1.9, "Retryable response codes". */
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    private static final long[] PAUSES = {100, 200, 400}; // milliseconds

    private final HttpSenderConfig config;
    private final OtherAgents others;
    private final HttpClient client;

    /**
     * A response, of which only the status matters.
     *
     * @param status the HTTP status
     */
    private record Received(int status) implements HttpResponse {
        @Override
        public int getStatusCode() {
            return status;
        }

        @Override
        public String getStatusMessage() {
            return "";
        }

        @Override
        public byte[] getResponseBody() {
            return new byte[0];
        }
    }

    /**
     * Sends as the settings say.
     *
     * @param config where to, by which proxy, with which certificates and headers
     * @param others agents of other makers, which are told that what is sent is no business of theirs
     */
    JdkSender(HttpSenderConfig config, OtherAgents others) {
        this.config = config;
        this.others = others;
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(config.getConnectTimeout());
        if (config.getSslContext() != null) {
            builder.sslContext(config.getSslContext());
        }
        if (config.getProxyOptions() != null) {
            builder.proxy(config.getProxyOptions().getProxySelector());
        }
        client = builder.build();
    }

    @Override
    public void send(MessageWriter message, Consumer<HttpResponse> received, Consumer<Throwable> failed) {
        try {
            new Delivery(request(message), received, failed).run();
        } catch (IOException | RuntimeException unsent) {
            failed.accept(unsent);
        }
    }

    private HttpRequest request(MessageWriter message) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(config.getEndpoint())
                .timeout(config.getTimeout())
                .header("Content-Type", config.getContentType());
        others.own().forEach(request::header);
        config.getHeadersSupplier()
                .get()
                .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        Compressor compressor = config.getCompressor();
        if (compressor != null) {
            request.header("Content-Encoding", compressor.getEncoding());
        }
        return request.POST(BodyPublishers.ofByteArray(body(message, compressor)))
                .build();
    }

    private static byte[] body(MessageWriter message, @Nullable Compressor compressor) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(32, message.getContentLength()));
        try (OutputStream out = compressor == null ? bytes : compressor.compress(bytes)) {
            message.writeMessage(out);
        }
        return bytes.toByteArray();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess(); // the client ends with the last that holds it
    }

    /** One message on its way, sent as often as it takes. */
    private final class Delivery implements Runnable {
        private final HttpRequest request;
        private final Consumer<HttpResponse> received;
        private final Consumer<Throwable> failed;
        private int again;

        Delivery(HttpRequest request, Consumer<HttpResponse> received, Consumer<Throwable> failed) {
            this.request = request;
            this.received = received;
            this.failed = failed;
        }

        /** Sends it; another OpenTelemetry that watches HTTP clients is told to look away. */
        @Override
        public void run() {
            InstrumentationUtil.suppressInstrumentation(() -> {
                var ignored = client.sendAsync(request, BodyHandlers.discarding())
                        .whenComplete((response, failure) ->
                                heard(response == null ? null : new Received(response.statusCode()), failure));
            });
        }

        private void heard(@Nullable HttpResponse response, @Nullable Throwable failure) {
            boolean passing = response == null || PASSING.contains(response.getStatusCode());
            if (passing && again < PAUSES.length && config.getRetryPolicy() != null) {
                CompletableFuture.delayedExecutor(PAUSES[again++], TimeUnit.MILLISECONDS, Runnable::run)
                        .execute(this);
            } else if (response != null) {
                received.accept(response);
            } else if (failure != null) {
                failed.accept(failure);
            }
        }
    }
}
