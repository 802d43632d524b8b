// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Api;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Model;
import dev.parsimony.simulator.billing.Provider;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads requests as Anthropic does: who asks, is it JSON, does it have the right shape, which model, is it allowed. */
final class AnthropicRequests {

    private static final int LARGEST = 32 * 1024 * 1024;

    private final Site site;

    AnthropicRequests(Site site) {
        this.site = site;
    }

    /**
     * The request as a call that can be billed.
     *
     * @throws Rejection when Anthropic would refuse it
     */
    Call read(Received request, Fields shape) {
        String credential = credential(request);
        String version = request.header("anthropic-version")
                .orElseThrow(() -> Rejection.invalid("anthropic-version: header is required"));
        JsonNode body = json(request);
        boolean beta =
                request.header("anthropic-beta").isPresent() || request.target().contains("beta=true");
        (beta ? MessagesShape.withBeta(shape) : shape).check(body).ifPresent(wrong -> {
            throw AnthropicWords.of(wrong);
        });
        Call call = new Call(Api.ANTHROPIC_MESSAGES, model(body.get("model").stringValue()), credential, body);
        MarkRules.check(body);
        TurnRules.check(call);
        ThinkingRules.check(call, version);
        VersionRules.check(body, version);
        checkTools(body);
        checkLength(call);
        return call;
    }

    /**
     * The API key.
     *
     * @throws Rejection when there is none, or one that says it is invalid
     */
    String credential(Received request) {
        String key = request.header("x-api-key")
                .or(() -> request.header("Authorization").map(value -> value.replaceFirst("(?i)^bearer\\s*", "")))
                .orElse("");
        if (key.isEmpty()) {
            throw new Rejection(401, "authentication_error", "x-api-key header is required", null, null);
        }
        if (key.startsWith("invalid")) {
            throw new Rejection(401, "authentication_error", "invalid x-api-key", null, null);
        }
        return key;
    }

    private static JsonNode json(Received request) {
        if (request.body().length > LARGEST) {
            throw new Rejection(
                    413, "request_too_large", "Request exceeds the maximum allowed number of bytes.", null, null);
        }
        try {
            return Json.read(request.body());
        } catch (JacksonException e) {
            throw Rejection.invalid("The request body is not valid JSON: " + e.getOriginalMessage());
        }
    }

    private Model model(String name) {
        return site.models()
                .find(Provider.ANTHROPIC, name)
                .orElseThrow(() -> new Rejection(404, "not_found_error", "model: " + name, null, null));
    }

    private static void checkTools(JsonNode body) {
        Set<String> names = new HashSet<>();
        for (JsonNode tool : body.path("tools")) {
            if (tool.has("name") && !names.add(tool.path("name").asString(""))) {
                throw Rejection.invalid("tools: Tool names must be unique.");
            }
        }
    }

    private static void checkLength(Call call) {
        int tokens = call.prompt().tokens();
        if (tokens > call.model().context()) {
            throw Rejection.invalid("prompt is too long: " + tokens + " tokens > "
                    + call.model().context() + " maximum");
        }
        int cap = call.body().path("max_tokens").asInt(0);
        if (cap > call.model().maxOutput()) {
            throw Rejection.invalid("max_tokens: " + cap + " > " + call.model().maxOutput()
                    + ", which is the maximum allowed number of output tokens for "
                    + call.body().get("model").stringValue());
        }
    }
}
