// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Api;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Converse;
import dev.parsimony.simulator.billing.Model;
import dev.parsimony.simulator.billing.Pending;
import tools.jackson.databind.JsonNode;

/** {@code POST /model/{model}/converse}, {@code .../converse-stream} and {@code .../count-tokens}. */
final class ConverseEndpoint {

    private final Site site;
    private final BedrockRequests requests;

    ConverseEndpoint(Site site) {
        this.site = site;
        this.requests = new BedrockRequests(site);
    }

    Reply count(Received request, String account) {
        JsonNode body = BedrockRequests.json(request).path("input").path("converse");
        return Reply.json(
                200,
                Json.object()
                        .put(
                                "inputTokens",
                                call(request, body, account).prompt().tokens()));
    }

    Reply answer(Received request, String account, boolean stream) {
        JsonNode body = BedrockRequests.json(request);
        Call call = call(request, body, account);
        int cap = body.path("inferenceConfig")
                .path("maxTokens")
                .asInt(call.model().maxOutput());
        if (cap > call.model().maxOutput()) {
            throw Rejection.invalid("The maximum tokens you requested exceeds the model limit of "
                    + call.model().maxOutput() + ".");
        }
        Written written = site.write(request, call, wanted(call.body(), body), cap);
        Pending pending = site.open(call);
        ConverseAnswer answer = new ConverseAnswer(
                site.ids().next("tooluse_"),
                written,
                pending.input().answered(written.outputTokens(), written.reasoningTokens()));
        Reply reply = stream ? answer.stream() : Reply.json(200, answer.whole());
        return reply.billed(new Billed(pending, written.reasoningTokens(), site.clock()), written.outputTokens());
    }

    private Call call(Received request, JsonNode body, String account) {
        Model model = requests.model(request);
        BedrockRequests.check(ConverseShape.REQUEST, body);
        if (body.path("messages").isEmpty()) {
            throw Rejection.invalid("A conversation must start with a user message.");
        }
        PointRules.check(body);
        return new Call(Api.BEDROCK_CONVERSE, model, account, Converse.asMessages(body));
    }

    private static Wanted wanted(JsonNode translated, JsonNode body) {
        JsonNode choice = body.path("toolConfig").path("toolChoice");
        Wanted wanted = Wanted.text(false);
        for (JsonNode tool : translated.path("tools")) {
            String name = tool.path("name").asString("");
            if (choice.has("any")
                    || choice.path("tool").path("name").asString("").equals(name)) {
                return wanted.tool(name, tool.path("input_schema"));
            }
        }
        return wanted;
    }
}
