// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Api;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Pending;
import dev.parsimony.simulator.billing.Usage;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** {@code POST .../chat/completions}. */
final class ChatEndpoint {

    private final Site site;
    private final OpenAiRequests requests;

    ChatEndpoint(Site site, OpenAiRequests requests) {
        this.site = site;
        this.requests = requests;
    }

    Reply answer(Received request) {
        return answer(request, requests.read(request, Api.OPENAI_CHAT, ChatShape.REQUEST));
    }

    /** The answer of OpenRouter, which tells usage unasked. */
    Reply relayed(Received request) {
        Call call = requests.read(request, Api.OPENROUTER_CHAT, RelayedMarks.around(ChatShape.REQUEST));
        RelayedMarks.check(call);
        return answer(request, call);
    }

    private Reply answer(Received request, Call call) {
        ChatRules.check(call);
        Written written = site.write(request, call, wanted(call), ChatRules.cap(call));
        Pending pending = site.open(call);
        int choices = call.body().path("n").asInt(1);
        boolean relayed = call.api() == Api.OPENROUTER_CHAT;
        Usage usage = pending.input().answered((long) choices * written.outputTokens(), written.reasoningTokens());
        ChatAnswer answer = new ChatAnswer(
                site.ids().next("chatcmpl-"),
                site.seconds(),
                call.body().get("model").stringValue(),
                choices,
                written,
                usage,
                pending.terms().tier(),
                relayed ? Optional.of(pending.price(usage)) : Optional.empty());
        Reply reply = call.body().path("stream").asBoolean(false)
                ? answer.stream(
                        relayed
                                || call.body()
                                        .path("stream_options")
                                        .path("include_usage")
                                        .asBoolean(false),
                        OpenAiRequests.onAzure(request))
                : Reply.json(200, answer.whole());
        return reply.billed(
                new Billed(pending, written.reasoningTokens(), site.clock()), choices * written.outputTokens());
    }

    private static Wanted wanted(Call call) {
        JsonNode body = call.body();
        String effort = body.path("reasoning_effort").asString("");
        Wanted wanted = Wanted.text(effort.isEmpty() ? Wanted.byNature(call) : !effort.equals("none"));
        JsonNode format = body.path("response_format");
        if (format.path("type").asString("").startsWith("json")) {
            JsonNode schema = format.path("json_schema").path("schema");
            wanted = wanted.fitting(schema.isMissingNode() ? Json.object() : schema);
        }
        JsonNode forced = forced(body);
        return forced.isMissingNode()
                ? wanted
                : wanted.tool(forced.path("name").asString(""), forced.path("parameters"));
    }

    private static JsonNode forced(JsonNode body) {
        JsonNode choice = body.path("tool_choice");
        String name = choice.path("function").path("name").asString("");
        boolean any = choice.asString("").equals("required");
        for (JsonNode tool : body.path("tools")) {
            JsonNode function = tool.path("function");
            if (any || (!name.isEmpty() && function.path("name").asString("").equals(name))) {
                return function;
            }
        }
        return MissingNode.getInstance();
    }
}
