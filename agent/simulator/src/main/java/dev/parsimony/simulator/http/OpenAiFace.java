// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** OpenAI's API at any base path, Azure's deployment paths and OpenRouter's {@code /api/v1} included. It answers whatever no other provider recognises. */
final class OpenAiFace implements Face {

    private static final String FAILED = "The server had an error while processing your request.";

    private final Site site;
    private final ChatEndpoint chat;
    private final ResponsesEndpoint responses;
    private final EmbeddingsEndpoint embeddings;
    private final UploadsEndpoint uploads;
    private final OpenAiReports reports;

    OpenAiFace(Site site) {
        this.site = site;
        OpenAiRequests requests = new OpenAiRequests(site);
        this.chat = new ChatEndpoint(site, requests);
        this.responses = new ResponsesEndpoint(site, requests);
        this.embeddings = new EmbeddingsEndpoint(site, requests);
        this.uploads = new UploadsEndpoint(site, requests);
        this.reports = new OpenAiReports(site, requests);
    }

    @Override
    public boolean recognises(Received request) {
        return true;
    }

    @Override
    public Reply answer(Received request) {
        return route(request).with(headers());
    }

    private Reply route(Received request) {
        String path = request.path();
        if (request.method().equals("POST")) {
            if (path.endsWith("/api/v1/chat/completions")) {
                return chat.relayed(request);
            }
            if (path.endsWith("/chat/completions")) {
                return chat.answer(request);
            }
            if (path.endsWith("/responses")) {
                return responses.answer(request);
            }
            if (path.endsWith("/responses/input_tokens")) {
                return responses.count(request);
            }
            if (path.endsWith("/embeddings")) {
                return embeddings.answer(request);
            }
        }
        if (OpenAiReports.answers(request)) {
            return reports.answer(request);
        }
        return path.contains("/responses/resp_") ? responses.kept(request) : uploads.answer(request);
    }

    @Override
    public Reply.Part failure(Received request) {
        if (request.path().endsWith("/responses")) {
            ObjectNode event = Json.object()
                    .put("type", "error")
                    .put("sequence_number", 0)
                    .put("code", "server_error")
                    .put("message", FAILED)
                    .putNull("param");
            return Stream.failure("error", event);
        }
        ObjectNode body = Json.object();
        body.putObject("error")
                .put("message", FAILED)
                .put("type", "server_error")
                .putNull("param")
                .putNull("code");
        return Stream.failure("", body);
    }

    @Override
    public Rejection words(int status) {
        return switch (status) {
            case 401 -> said(status, "invalid_request_error", "Incorrect API key provided.", "invalid_api_key");
            case 404 -> said(status, "invalid_request_error", "The model does not exist.", "model_not_found");
            case 429 -> said(status, "requests", "Rate limit reached. Please try again later.", "rate_limit_exceeded");
            case 503 -> said(status, "service_unavailable_error", "The server is overloaded.", null);
            default ->
                status >= 500
                        ? said(status, "server_error", FAILED, null)
                        : said(status, "invalid_request_error", "The request was refused.", null);
        };
    }

    private static Rejection said(int status, String type, String message, @Nullable String code) {
        return new Rejection(status, type, message, null, code);
    }

    @Override
    public Reply refuse(Rejection rejection) {
        ObjectNode body = Json.object();
        body.putObject("error")
                .put("message", rejection.text())
                .put("type", rejection.type())
                .put("param", rejection.param())
                .put("code", rejection.code());
        return Reply.json(rejection.status(), body).with(headers());
    }

    /** The headers OpenAI sends with everything. The limits never run out here. */
    private List<Header> headers() {
        return List.of(
                new Header("x-request-id", site.ids().next("req_")),
                new Header("openai-version", "2020-10-01"),
                new Header("openai-organization", "simulator"),
                new Header(
                        "openai-processing-ms",
                        Long.toString(Duration.ofMillis(5).toMillis())),
                new Header("x-ratelimit-limit-requests", "10000"),
                new Header("x-ratelimit-remaining-requests", "9999"),
                new Header("x-ratelimit-reset-requests", "6ms"),
                new Header("x-ratelimit-limit-tokens", "30000000"),
                new Header("x-ratelimit-remaining-tokens", "29999000"),
                new Header("x-ratelimit-reset-tokens", "2ms"));
    }
}
