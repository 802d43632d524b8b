// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Api;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Pending;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Mistral's accent of OpenAI's API, at any base path that says {@code mistral}; the paths that only Mistral has, anywhere.
 * Source: Mistral's API reference, November 2026.
 */
final class MistralFace implements Face {

    private static final int DIMENSIONS = 1024;

    private final Site site;
    private final MistralRequests requests;

    MistralFace(Site site) {
        this.site = site;
        this.requests = new MistralRequests(site);
    }

    @Override
    public boolean recognises(Received request) {
        String path = request.path();
        return path.contains("/mistral/") || path.endsWith("/fim/completions") || path.endsWith("/agents/completions");
    }

    @Override
    public Reply answer(Received request) {
        String path = request.path();
        if (path.endsWith("/embeddings")) {
            return vectors(requests.read(request, Api.MISTRAL_EMBEDDINGS, MistralRequests.EMBEDDINGS));
        }
        if (path.endsWith("/fim/completions")) {
            return answer(request, requests.read(request, Api.MISTRAL_FIM, MistralRequests.FIM));
        }
        if (!path.endsWith("/chat/completions") && !path.endsWith("/agents/completions")) {
            throw MistralRequests.no(404, "invalid_request_error", "no Route matched with those values", null);
        }
        boolean agent = path.endsWith("/agents/completions");
        Call call = requests.read(request, Api.MISTRAL_CHAT, agent ? MistralRequests.AGENT : MistralRequests.CHAT);
        MistralRequests.checkTurns(call.body().path("messages"));
        return answer(request, call);
    }

    private Reply answer(Received request, Call call) {
        Written written = site.write(
                request,
                call,
                wanted(call.body()),
                call.body().path("max_tokens").asInt(call.model().maxOutput()));
        Pending pending = site.open(call);
        MistralAnswer answer = new MistralAnswer(
                site.ids().next(""),
                site.seconds(),
                call.body().path("model").asString(call.model().id()),
                written,
                pending.input().input());
        Reply reply = call.body().path("stream").asBoolean(false) ? answer.stream() : Reply.json(200, answer.whole());
        return reply.billed(new Billed(pending, 0, site.clock()), written.outputTokens());
    }

    private static Wanted wanted(JsonNode body) {
        Wanted wanted = Wanted.text(false);
        JsonNode format = body.path("response_format");
        if (format.path("type").asString("").startsWith("json")) {
            JsonNode schema = format.path("json_schema").path("schema");
            wanted = wanted.fitting(schema.isMissingNode() ? Json.object() : schema);
        }
        JsonNode function = body.path("tools").path(0).path("function");
        String choice = body.path("tool_choice").asString("");
        return function.isObject() && (choice.equals("any") || choice.equals("required"))
                ? wanted.tool(function.path("name").asString(""), function.path("parameters"))
                : wanted;
    }

    private Reply vectors(Call call) {
        Pending pending = site.open(call);
        ObjectNode body = Json.object().put("id", site.ids().next("")).put("object", "list");
        ArrayNode data = body.putArray("data");
        JsonNode input = call.body().path("input");
        if (input.isString()) {
            data.add(vector(call, input, 0));
        }
        input.forEach(each -> data.add(vector(call, each, data.size())));
        body.put("model", call.body().path("model").asString(""));
        body.putObject("usage")
                .put("prompt_tokens", pending.input().input())
                .put("completion_tokens", 0)
                .put("total_tokens", pending.input().input());
        return Reply.json(200, body).billed(new Billed(pending, 0, site.clock()), 0);
    }

    private static ObjectNode vector(Call call, JsonNode text, int index) {
        ObjectNode item = Json.object().put("object", "embedding").put("index", index);
        item.set("embedding", Vectors.list(Vectors.of(call.model().id() + '\n' + text, DIMENSIONS)));
        return item;
    }

    @Override
    public Reply.Part failure(Received request) {
        return Stream.failure("", MistralRequests.body(words(500)));
    }

    @Override
    public Rejection words(int status) {
        return switch (status) {
            case 401 -> MistralRequests.no(status, "unauthorized", "Unauthorized", null);
            case 429 ->
                MistralRequests.no(
                        status,
                        "service_tier_capacity_exceeded",
                        "Service tier capacity exceeded for this model.",
                        "3505");
            default ->
                status >= 500
                        ? MistralRequests.no(status, "internal_server_error", "Service unavailable.", "3700")
                        : MistralRequests.no(status, "invalid_request_error", "The request was refused.", null);
        };
    }

    @Override
    public Reply refuse(Rejection rejection) {
        return Reply.json(rejection.status(), MistralRequests.body(rejection))
                .with(List.of(new Header("mistral-correlation-id", site.ids().next(""))));
    }
}
