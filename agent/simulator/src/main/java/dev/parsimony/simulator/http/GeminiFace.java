// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The Gemini API, and Vertex AI's paths to the same models. */
final class GeminiFace implements Face {

    private final Site site;
    private final GeminiEndpoint content;
    private final GeminiEmbeddingsEndpoint embeddings;

    GeminiFace(Site site) {
        GeminiRequests requests = new GeminiRequests(site);
        this.site = site;
        this.content = new GeminiEndpoint(site, requests);
        this.embeddings = new GeminiEmbeddingsEndpoint(site, requests);
    }

    @Override
    public boolean recognises(Received request) {
        return !method(request).isEmpty() && request.path().contains("models/");
    }

    /** What is asked of the model, behind the colon of the last segment; empty if nothing is. */
    static String method(Received request) {
        String last = request.path().substring(request.path().lastIndexOf('/') + 1);
        return last.contains(":") ? last.substring(last.indexOf(':') + 1) : "";
    }

    @Override
    public Reply answer(Received request) {
        return route(request).with(headers());
    }

    private Reply route(Received request) {
        if (!request.method().equals("POST")) {
            throw words(404);
        }
        return switch (method(request)) {
            case "generateContent" -> content.answer(request);
            case "streamGenerateContent" -> content.stream(request);
            case "countTokens" -> content.count(request);
            case "embedContent" -> embeddings.one(request);
            case "batchEmbedContents" -> embeddings.several(request);
            default -> throw words(404);
        };
    }

    @Override
    public Reply.Part failure(Received request) {
        ObjectNode error = body(words(503));
        return GeminiEndpoint.asEvents(request)
                ? Stream.failure("", error)
                : new Reply.Part((",\r\n" + error + "]").getBytes(StandardCharsets.UTF_8), 0);
    }

    @Override
    public Rejection words(int status) {
        return switch (status) {
            case 401 -> said(status, "Request had invalid authentication credentials.");
            case 403 -> said(status, "The caller does not have permission.");
            case 404 -> said(status, "Requested entity was not found.");
            case 429 -> said(status, "Resource has been exhausted (e.g. check quota).");
            case 503 -> said(status, "The model is overloaded. Please try again later.");
            case 504 -> said(status, "The request timed out. Please try again.");
            default -> said(status, status >= 500 ? "Internal error encountered." : "The request was refused.");
        };
    }

    private static Rejection said(int status, String message) {
        return new Rejection(status, "", message, null, null);
    }

    @Override
    public Reply refuse(Rejection rejection) {
        return Reply.json(rejection.status(), body(rejection)).with(headers());
    }

    /** The body of Google's refusals; some say in a detail what is the matter. */
    private static ObjectNode body(Rejection rejection) {
        ObjectNode body = Json.object();
        ObjectNode error = body.putObject("error")
                .put("code", rejection.status())
                .put("message", rejection.text())
                .put("status", status(rejection.status()));
        if (rejection.code() != null) {
            ObjectNode detail = error.putArray("details").addObject();
            detail.put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
                    .put("reason", rejection.code())
                    .put("domain", "googleapis.com");
        }
        return body;
    }

    /** Google's word for a status, from {@code google.rpc.Code}. */
    private static String status(int status) {
        return switch (status) {
            case 400 -> "INVALID_ARGUMENT";
            case 401 -> "UNAUTHENTICATED";
            case 403 -> "PERMISSION_DENIED";
            case 404 -> "NOT_FOUND";
            case 409 -> "ABORTED";
            case 429 -> "RESOURCE_EXHAUSTED";
            case 499 -> "CANCELLED";
            case 503 -> "UNAVAILABLE";
            case 504 -> "DEADLINE_EXCEEDED";
            default -> status >= 500 ? "INTERNAL" : "FAILED_PRECONDITION";
        };
    }

    /** Headers that Google sends with everything. */
    private List<Header> headers() {
        return List.of(
                new Header("x-request-id", site.ids().next("")),
                new Header("vary", "Origin, X-Origin, Referer"),
                new Header("server-timing", "gfet4t7; dur=5"));
    }
}
