// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Anthropic's API. */
final class AnthropicFace implements Face {

    private final Site site;
    private final MessagesEndpoint messages;
    private final BatchesEndpoint batches;
    private final AnthropicReports reports;

    AnthropicFace(Site site) {
        this.site = site;
        this.messages = new MessagesEndpoint(site);
        this.batches = new BatchesEndpoint(site);
        this.reports = new AnthropicReports(site);
    }

    @Override
    public boolean recognises(Received request) {
        return request.path().contains("/v1/messages")
                || request.path().contains("/v1/organizations/")
                || request.header("anthropic-version").isPresent();
    }

    @Override
    public Reply answer(Received request) {
        return route(request).with(headers(site.ids().next("req_")));
    }

    private Reply route(Received request) {
        String path = request.path();
        if (request.method().equals("POST") && path.endsWith("/v1/messages")) {
            return messages.answer(request);
        }
        if (request.method().equals("POST") && path.endsWith("/v1/messages/count_tokens")) {
            return messages.count(request);
        }
        if (path.contains("/v1/messages/batches")) {
            return batches.answer(request);
        }
        if (AnthropicReports.answers(request)) {
            return reports.answer(request);
        }
        throw new Rejection(404, "not_found_error", "Not found", null, null);
    }

    @Override
    public Reply.Part failure(Received request) {
        ObjectNode body = Json.object().put("type", "error");
        body.putObject("error").put("type", "overloaded_error").put("message", "Overloaded");
        return Stream.failure("error", body);
    }

    @Override
    public Rejection words(int status) {
        return switch (status) {
            case 401 -> said(status, "authentication_error", "invalid x-api-key");
            case 402 -> said(status, "billing_error", "Your credit balance is too low to access the Anthropic API.");
            case 403 -> said(status, "permission_error", "Your API key does not have permission to use this resource.");
            case 404 -> said(status, "not_found_error", "Not found");
            case 413 -> said(status, "request_too_large", "Request exceeds the maximum allowed number of bytes.");
            case 429 -> said(status, "rate_limit_error", "This request would exceed your organization's rate limit.");
            case 504 -> said(status, "timeout_error", "The request timed out.");
            case 529 -> said(status, "overloaded_error", "Overloaded");
            default ->
                status >= 500
                        ? said(status, "api_error", "Internal server error")
                        : said(status, "invalid_request_error", "The request was refused.");
        };
    }

    private static Rejection said(int status, String type, String message) {
        return new Rejection(status, type, message, null, null);
    }

    @Override
    public Reply refuse(Rejection rejection) {
        String id = site.ids().next("req_");
        ObjectNode body = Json.object().put("type", "error");
        body.putObject("error").put("type", rejection.type()).put("message", rejection.text());
        return Reply.json(rejection.status(), body.put("request_id", id)).with(headers(id));
    }

    /** The headers Anthropic sends with everything. The limits never run out here. */
    private List<Header> headers(String id) {
        String reset = site.clock()
                .instant()
                .plus(Duration.ofSeconds(1))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        return List.of(
                new Header("request-id", id),
                new Header("anthropic-organization-id", "00000000-0000-0000-0000-000000000000"),
                new Header("anthropic-ratelimit-requests-limit", "4000"),
                new Header("anthropic-ratelimit-requests-remaining", "3999"),
                new Header("anthropic-ratelimit-requests-reset", reset),
                new Header("anthropic-ratelimit-input-tokens-limit", "2000000"),
                new Header("anthropic-ratelimit-input-tokens-remaining", "1999000"),
                new Header("anthropic-ratelimit-input-tokens-reset", reset),
                new Header("anthropic-ratelimit-output-tokens-limit", "400000"),
                new Header("anthropic-ratelimit-output-tokens-remaining", "399000"),
                new Header("anthropic-ratelimit-output-tokens-reset", reset));
    }
}
