// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Api;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Pending;
import dev.parsimony.simulator.billing.Trait;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST .../models/NAME:generateContent}, {@code :streamGenerateContent} and {@code :countTokens}. */
final class GeminiEndpoint {

    private final Site site;
    private final GeminiRequests requests;

    GeminiEndpoint(Site site, GeminiRequests requests) {
        this.site = site;
        this.requests = requests;
    }

    /** Whether a stream is asked for as events rather than as one long array. */
    static boolean asEvents(Received request) {
        return GeminiRequests.parameter(request, "alt").orElse("").equals("sse");
    }

    Reply count(Received request) {
        Call whole = requests.read(request, Api.GEMINI_GENERATE, GeminiShape.COUNT);
        JsonNode inner = whole.body().path("generateContentRequest");
        Call call = inner.isObject() ? new Call(whole.api(), whole.model(), whole.credential(), inner) : whole;
        int tokens = call.prompt().tokens();
        ObjectNode body = Json.object().put("totalTokens", tokens);
        body.putArray("promptTokensDetails").addObject().put("modality", "TEXT").put("tokenCount", tokens);
        return Reply.json(200, body);
    }

    Reply answer(Received request) {
        return answered(request, GeminiAnswer::whole);
    }

    Reply stream(Received request) {
        boolean events = asEvents(request);
        return answered(request, answer -> events ? answer.events() : answer.array());
    }

    private Reply answered(Received request, Function<GeminiAnswer, Reply> form) {
        Fields shape = GeminiRequests.onVertex(request) ? GeminiShape.VERTEX_REQUEST : GeminiShape.REQUEST;
        Call call = requests.read(request, Api.GEMINI_GENERATE, shape);
        GeminiRules.check(call);
        Written written = site.write(request, call, wanted(call), GeminiRules.cap(call));
        Pending pending = site.open(call);
        int candidates =
                call.body().path("generationConfig").path("candidateCount").asInt(1);
        GeminiAnswer answer = new GeminiAnswer(
                site.ids().next(""),
                call,
                candidates,
                written,
                pending.input(),
                GeminiRequests.onVertex(request) ? "ON_DEMAND" : "",
                pending.terms().tier());
        return form.apply(answer)
                .billed(new Billed(pending, written.reasoningTokens(), site.clock()), answer.outputTokens());
    }

    private static Wanted wanted(Call call) {
        JsonNode config = call.body().path("generationConfig");
        Wanted wanted = Wanted.text(thinks(call));
        if (config.path("responseMimeType").asString("").equals("application/json")) {
            JsonNode schema =
                    config.has("responseSchema") ? config.get("responseSchema") : config.path("responseJsonSchema");
            wanted = wanted.fitting(schema.isMissingNode() ? Json.object() : schema);
        }
        JsonNode forced = forced(call.body());
        return forced.isMissingNode()
                ? wanted
                : wanted.tool(
                        forced.path("name").asString(""),
                        forced.has("parameters") ? forced.get("parameters") : forced.path("parametersJsonSchema"));
    }

    private static boolean thinks(Call call) {
        JsonNode thinking = GeminiRules.thinking(call.body());
        return thinking.has("thinkingLevel")
                || thinking.path("thinkingBudget").asInt(call.model().is(Trait.REASONS) ? -1 : 0) != 0;
    }

    private static JsonNode forced(JsonNode body) {
        JsonNode calling = body.path("toolConfig").path("functionCallingConfig");
        if (!calling.path("mode").asString("").equalsIgnoreCase("ANY")) {
            return MissingNode.getInstance();
        }
        String allowed = calling.path("allowedFunctionNames").path(0).asString("");
        for (JsonNode tool : GeminiRules.each(body.path("tools"))) {
            for (JsonNode function : GeminiRules.each(tool.path("functionDeclarations"))) {
                if (allowed.isEmpty() || function.path("name").asString("").equals(allowed)) {
                    return function;
                }
            }
        }
        return MissingNode.getInstance();
    }
}
