// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** An application that asks its neighbours for this and that over every HTTP client it has. */
public enum Neighbourhood {
    OKHTTP {
        @Override
        int ask(String url) throws IOException {
            return answered(new Request.Builder().url(url).build());
        }

        @Override
        @SuppressWarnings("deprecation") // in the order of OkHttp 3
        int order(String url, String body) throws IOException {
            RequestBody json = RequestBody.create(MediaType.parse("application/json"), body);
            return answered(new Request.Builder().url(url).post(json).build());
        }

        private int answered(Request request) throws IOException {
            try (Response response = new OkHttpClient().newCall(request).execute()) {
                return response.code();
            }
        }
    },
    APACHE {
        @Override
        int ask(String url) throws IOException {
            try (CloseableHttpClient client = HttpClients.createDefault()) {
                return client.execute(new HttpGet(url), response -> response.getCode());
            }
        }

        @Override
        int order(String url, String body) throws IOException {
            HttpPost post = new HttpPost(url);
            post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
            try (CloseableHttpClient client = HttpClients.createDefault()) {
                return client.execute(post, response -> response.getCode());
            }
        }
    },
    JDK {
        @Override
        int ask(String url) throws IOException, InterruptedException {
            return answered(HttpRequest.newBuilder(URI.create(url)).build());
        }

        @Override
        int order(String url, String body) throws IOException, InterruptedException {
            return answered(HttpRequest.newBuilder(URI.create(url))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build());
        }

        private int answered(HttpRequest request) throws IOException, InterruptedException {
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .statusCode();
        }
    };

    private static final String CHAT = """
            {"model": "gpt-4.1", "messages": [{"role": "user", "content": "How long may I return a lamp?"}]}""";

    abstract int ask(String url) throws IOException, InterruptedException;

    abstract int order(String url, String body) throws IOException, InterruptedException;

    /**
     * Asks for health and orders lamps, by each client.
     *
     * @param args the base URL, then in their order {@code sdk}, to load the first class of one, {@code traced}, to make what
     *     follows in a span of an OpenTelemetry of its own, and names of clients that a model is called with
     */
    public static void main(String[] args) throws Exception {
        for (Neighbourhood client : values()) {
            System.out.println(client + " " + client.ask(args[0] + "/health") + " "
                    + client.order(args[0] + "/v1/orders", "{\"lamps\": 2}"));
        }
        go(args[0], Stream.of(args).skip(1).toList());
        System.exit(0);
    }

    private static void go(String url, List<String> doings) throws Exception {
        for (int i = 0; i < doings.size(); i++) {
            String next = doings.get(i);
            if (next.equals("traced")) {
                try (OpenTelemetrySdk own = PrintedSpans.sdk()) {
                    traced(own.getTracer("com.acme"), url, doings.subList(i + 1, doings.size()));
                }
                return;
            } else if (next.equals("sdk")) {
                Class.forName("com.openai.core.http.RetryingHttpClient");
            } else {
                System.out.println(next + " " + valueOf(next).order(url + "/v1/chat/completions", CHAT));
            }
        }
    }

    private static void traced(Tracer tracer, String url, List<String> doings) throws Exception {
        Span span = tracer.spanBuilder("traced").startSpan();
        try (Scope scope = span.makeCurrent()) {
            go(url, doings);
        } finally {
            span.end();
        }
    }
}
