// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Ollama's own API; it asks nobody for a key. Source: Ollama's API documentation and server, November 2026. */
final class OllamaFace implements Face {

    private static final List<String> PATHS = List.of("/api/chat", "/api/generate", "/api/embed", "/api/embeddings");

    private final OllamaEndpoint answers;
    private final OllamaVectors vectors;

    OllamaFace(Site site) {
        OllamaRequests requests = new OllamaRequests(site);
        this.answers = new OllamaEndpoint(site, requests);
        this.vectors = new OllamaVectors(site, requests);
    }

    @Override
    public boolean recognises(Received request) {
        return PATHS.stream().anyMatch(request.path()::endsWith);
    }

    @Override
    public Reply answer(Received request) {
        if (!request.method().equals("POST")) {
            return Reply.bytes(405, "text/plain", "405 method not allowed".getBytes(StandardCharsets.UTF_8));
        }
        String path = request.path();
        if (path.endsWith("/api/chat")) {
            return answers.chat(request);
        }
        if (path.endsWith("/api/generate")) {
            return answers.generate(request);
        }
        return path.endsWith("/api/embed") ? vectors.several(request) : vectors.one(request);
    }

    @Override
    public Reply.Part failure(Received request) {
        String line = Json.object().put("error", "an error was encountered while running the model") + "\n";
        return new Reply.Part(line.getBytes(StandardCharsets.UTF_8), 0);
    }

    @Override
    public Rejection words(int status) {
        String message = switch (status) {
            case 401 -> "unauthorized";
            case 404 -> "model not found";
            case 429 -> "too many requests";
            case 503 -> "server busy, please try again.  maximum pending requests exceeded";
            default -> status >= 500 ? "llama runner process has terminated" : "the request was refused";
        };
        return OllamaRequests.no(status, message);
    }

    @Override
    public Reply refuse(Rejection rejection) {
        return Reply.json(rejection.status(), Json.object().put("error", rejection.text()));
    }
}
