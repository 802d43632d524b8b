// SPDX-License-Identifier: Apache-2.0
package com.acme.calls;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** An application without an LLM that asks a neighbour over HTTP whether it is well. */
public final class Health {
    private Health() {}

    /**
     * Asks.
     *
     * @param arguments {@code okhttp}, {@code apache} or {@code jdk}; the neighbour's URL is in {@code NEIGHBOUR}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String url = System.getenv("NEIGHBOUR") + "/health";
        System.out.println(
                switch (arguments[0]) {
                    case "okhttp" -> okHttp(url);
                    case "apache" -> apache(url);
                    default -> jdk(url);
                });
    }

    private static int okHttp(String url) throws IOException {
        Request request = new Request.Builder().url(url).build();
        try (Response response = new OkHttpClient().newCall(request).execute()) {
            return response.code();
        }
    }

    private static int apache(String url) throws IOException {
        try (CloseableHttpClient client = HttpClients.createDefault()) {
            return client.execute(new HttpGet(url), response -> response.getCode());
        }
    }

    private static int jdk(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
