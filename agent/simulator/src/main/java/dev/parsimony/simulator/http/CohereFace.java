// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Api;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Pending;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Cohere's chats of version 2 and vectors of both. Source: Cohere's API reference, November 2026. */
final class CohereFace implements Face {

    private final Site site;
    private final CohereRequests requests;
    private final CohereVectors vectors;

    CohereFace(Site site) {
        this.site = site;
        this.requests = new CohereRequests(site);
        this.vectors = new CohereVectors(site, requests);
    }

    @Override
    public boolean recognises(Received request) {
        return request.path().endsWith("/v2/chat") || request.path().endsWith("/embed");
    }

    @Override
    public Reply answer(Received request) {
        Reply reply = request.path().endsWith("/v2/chat") ? chat(request) : vectors.answer(request);
        return reply.with(headers());
    }

    private Reply chat(Received request) {
        Call call = requests.read(request, Api.COHERE_CHAT, CohereRequests.CHAT);
        CohereRequests.checkTurns(call.body().path("messages"));
        Written written = site.write(
                request,
                call,
                wanted(call.body()),
                call.body().path("max_tokens").asInt(call.model().maxOutput()));
        Pending pending = site.open(call);
        CohereAnswer answer =
                new CohereAnswer(site.ids().next(""), written, pending.input().input());
        Reply reply = call.body().path("stream").asBoolean(false) ? answer.stream() : Reply.json(200, answer.whole());
        return reply.billed(new Billed(pending, 0, site.clock()), written.outputTokens());
    }

    private static Wanted wanted(JsonNode body) {
        Wanted wanted = Wanted.text(false);
        JsonNode format = body.path("response_format");
        if (format.path("type").asString("").equals("json_object")) {
            JsonNode schema = format.path("json_schema");
            wanted = wanted.fitting(schema.isMissingNode() ? Json.object() : schema);
        }
        JsonNode function = body.path("tools").path(0).path("function");
        return body.path("tool_choice").asString("").equals("REQUIRED") && function.isObject()
                ? wanted.tool(function.path("name").asString(""), function.path("parameters"))
                : wanted;
    }

    @Override
    public Reply.Part failure(Received request) {
        ObjectNode event = Json.object().put("type", "message-end");
        event.putObject("delta").put("error", "internal server error").put("finish_reason", "ERROR");
        return Stream.failure("message-end", event);
    }

    @Override
    public Rejection words(int status) {
        String message = switch (status) {
            case 401 -> "invalid api token";
            case 404 -> "model not found, make sure the correct model ID was used";
            case 429 -> "You are past the per minute request limit, please wait and try again later.";
            case 503 -> "service unavailable";
            default -> status >= 500 ? "internal server error" : "invalid request";
        };
        return CohereRequests.no(status, message);
    }

    @Override
    public Reply refuse(Rejection rejection) {
        ObjectNode body = Json.object().put("id", site.ids().next("")).put("message", rejection.text());
        return Reply.json(rejection.status(), body).with(headers());
    }

    private List<Header> headers() {
        return List.of(new Header("x-debug-trace-id", site.ids().next("")));
    }
}
