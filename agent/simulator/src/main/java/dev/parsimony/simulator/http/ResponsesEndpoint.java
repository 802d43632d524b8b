// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Api;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Pending;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST .../responses}, and what can be done with the answers it keeps. */
final class ResponsesEndpoint {

    private final Site site;
    private final OpenAiRequests requests;
    private final StoredResponses stored = new StoredResponses();

    ResponsesEndpoint(Site site, OpenAiRequests requests) {
        this.site = site;
        this.requests = requests;
    }

    Reply answer(Received request) {
        Call call = read(request);
        int cap = call.body().path("max_output_tokens").asInt(call.model().maxOutput());
        Written written = site.write(request, call, wanted(call), cap);
        Pending pending = site.open(call);
        ResponsesAnswer answer = new ResponsesAnswer(
                site.ids().next(""),
                site.seconds(),
                call.body(),
                written,
                pending.input().answered(written.outputTokens(), written.reasoningTokens()),
                pending.terms().tier());
        if (call.body().path("store").asBoolean(true)) {
            stored.keep(call.body(), answer.whole());
        }
        Reply reply = call.body().path("stream").asBoolean(false)
                ? new ResponsesStream(answer).reply()
                : Reply.json(200, answer.whole());
        return reply.billed(new Billed(pending, written.reasoningTokens(), site.clock()), written.outputTokens());
    }

    /** {@code POST .../responses/input_tokens}: costs nothing. */
    Reply count(Received request) {
        return Reply.json(
                200,
                Json.object()
                        .put("object", "response.input_tokens")
                        .put("input_tokens", read(request).prompt().tokens()));
    }

    /** {@code GET} and {@code DELETE .../responses/ID}. */
    Reply kept(Received request) {
        requests.credential(request);
        String id = request.path().substring(request.path().lastIndexOf('/') + 1);
        ObjectNode response = stored.find(id)
                .orElseThrow(() -> new Rejection(
                        404, "invalid_request_error", "Response with id '" + id + "' not found.", null, null));
        if (request.method().equals("DELETE")) {
            stored.forget(id);
            return Reply.json(
                    200, Json.object().put("id", id).put("object", "response").put("deleted", true));
        }
        return Reply.json(200, response);
    }

    private Call read(Received request) {
        Call asked = requests.read(request, Api.OPENAI_RESPONSES, ResponsesShape.REQUEST);
        check(asked);
        Call call = new Call(asked.api(), asked.model(), asked.credential(), stored.expanded(asked.body()));
        OpenAiRequests.checkLength(call);
        return call;
    }

    private static void check(Call call) {
        JsonNode body = call.body();
        if (!body.has("input") && !body.has("prompt") && !body.has("previous_response_id")) {
            throw Rejection.invalid(
                    "One of \"input\" or \"previous_response_id\" or 'prompt' or 'conversation_id' must be provided.",
                    "input",
                    "missing_required_parameter");
        }
        OpenAiRules.check(call, body.path("reasoning").path("effort"));
    }

    private static Wanted wanted(Call call) {
        JsonNode body = call.body();
        String effort = body.path("reasoning").path("effort").asString("");
        Wanted wanted = Wanted.text(effort.isEmpty() ? Wanted.byNature(call) : !effort.equals("none"));
        JsonNode format = body.path("text").path("format");
        if (format.path("type").asString("").startsWith("json")) {
            wanted = wanted.fitting(format.has("schema") ? format.get("schema") : Json.object());
        }
        JsonNode forced = forced(body);
        return forced.isMissingNode()
                ? wanted
                : wanted.tool(forced.path("name").asString(""), forced.path("parameters"));
    }

    private static JsonNode forced(JsonNode body) {
        JsonNode choice = body.path("tool_choice");
        String name = choice.path("name").asString("");
        boolean any = choice.asString("").equals("required");
        for (JsonNode tool : body.path("tools")) {
            boolean named = !name.isEmpty() && tool.path("name").asString("").equals(name);
            if (tool.path("type").asString("").equals("function") && (any || named)) {
                return tool;
            }
        }
        return MissingNode.getInstance();
    }
}
