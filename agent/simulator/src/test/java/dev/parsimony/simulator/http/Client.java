// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A plain HTTP client with the headers of an OpenAI or an Anthropic application. */
final class Client {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    Client(Simulator simulator) {
        this.base = simulator.baseUrl();
    }

    /** Posts as an OpenAI application. */
    HttpResponse<String> chat(String json) throws IOException, InterruptedException {
        return post("/v1/chat/completions", json, "authorization", "Bearer sk-test");
    }

    /** Posts as an OpenAI application. */
    HttpResponse<String> responses(String json) throws IOException, InterruptedException {
        return post("/v1/responses", json, "authorization", "Bearer sk-test");
    }

    /** Posts as an Anthropic application. */
    HttpResponse<String> messages(String json) throws IOException, InterruptedException {
        return post("/v1/messages", json, "x-api-key", "sk-ant-test", "anthropic-version", "2023-06-01");
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        return send("POST", path, body, headers);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The JSON at this JSON pointer of an answer. */
    static JsonNode at(HttpResponse<String> response, String pointer) {
        return Json.read(response.body()).at(pointer);
    }

    /** The data of each event, in order. */
    static List<String> data(HttpResponse<String> response) {
        return lines(response, "data: ");
    }

    /** The name of each event, in order. */
    static List<String> names(HttpResponse<String> response) {
        return lines(response, "event: ");
    }

    private static List<String> lines(HttpResponse<String> response, String prefix) {
        List<String> found = new ArrayList<>();
        response.body()
                .lines()
                .filter(line -> line.startsWith(prefix))
                .forEach(line -> found.add(line.substring(prefix.length())));
        return found;
    }
}
