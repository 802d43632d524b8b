// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Pending;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** {@code POST /v1/messages} and {@code POST /v1/messages/count_tokens}. */
final class MessagesEndpoint {

    private final Site site;
    private final AnthropicRequests requests;

    MessagesEndpoint(Site site) {
        this.site = site;
        this.requests = new AnthropicRequests(site);
    }

    Reply count(Received request) {
        Call call = requests.read(request, MessagesShape.COUNT);
        return Reply.json(200, Json.object().put("input_tokens", call.prompt().tokens()));
    }

    Reply answer(Received request) {
        return answer(request, requests.read(request, MessagesShape.REQUEST));
    }

    /** The answer to a request that was found valid. */
    Reply answer(Received request, Call call) {
        int cap = call.body().get("max_tokens").intValue();
        boolean stream = call.body().path("stream").asBoolean(false);
        if (cap == 0) {
            checkWarming(call.body(), stream);
        }
        Written written = cap == 0
                ? new Written(new Answer.Text(""), Answer.Finish.LENGTH, 0, 0)
                : site.write(request, call, wanted(call), cap);
        Pending pending = site.open(call);
        MessagesAnswer answer = new MessagesAnswer(
                site.ids().next(""),
                call.body(),
                written,
                pending.input().answered(written.outputTokens(), written.reasoningTokens()),
                pending.terms().tier());
        Reply reply = stream ? new MessagesStream(answer).reply() : Reply.json(200, answer.whole());
        return reply.billed(new Billed(pending, written.reasoningTokens(), site.clock()), written.outputTokens());
    }

    /** A cap of zero only warms the cache, and is refused where it could not. */
    private static void checkWarming(JsonNode body, boolean stream) {
        String choice = body.path("tool_choice").path("type").asString("");
        boolean forced = choice.equals("any") || choice.equals("tool");
        boolean thinks = body.path("thinking").path("type").asString("").equals("enabled");
        if (stream || forced || thinks || body.path("output_config").has("format")) {
            throw Rejection.invalid("max_tokens: 0 cannot be combined with streaming, thinking, an output format or a"
                    + " forced tool_choice.");
        }
    }

    private static Wanted wanted(Call call) {
        JsonNode body = call.body();
        Wanted wanted = Wanted.text(ThinkingRules.thinks(call));
        JsonNode schema = body.path("output_config").path("format").path("schema");
        if (schema.isObject()) {
            wanted = wanted.fitting(schema);
        }
        JsonNode forced = forced(body);
        return forced.isMissingNode()
                ? wanted
                : wanted.tool(forced.path("name").asString(""), forced.path("input_schema"));
    }

    private static JsonNode forced(JsonNode body) {
        JsonNode choice = body.path("tool_choice");
        boolean any = choice.path("type").asString("").equals("any");
        boolean one = choice.path("type").asString("").equals("tool");
        for (JsonNode tool : body.path("tools")) {
            boolean named =
                    tool.path("name").asString("").equals(choice.path("name").asString(""));
            if (any || (one && named)) {
                return tool;
            }
        }
        return MissingNode.getInstance();
    }
}
