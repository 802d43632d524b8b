// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static dev.parsimony.simulator.http.Shape.anything;
import static dev.parsimony.simulator.http.Shape.either;
import static dev.parsimony.simulator.http.Shape.flag;
import static dev.parsimony.simulator.http.Shape.list;
import static dev.parsimony.simulator.http.Shape.number;
import static dev.parsimony.simulator.http.Shape.object;
import static dev.parsimony.simulator.http.Shape.text;
import static dev.parsimony.simulator.http.Shape.whole;
import static dev.parsimony.simulator.http.Shape.words;

import dev.parsimony.simulator.billing.Api;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Model;
import dev.parsimony.simulator.billing.Provider;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads requests as Cohere does: who asks, is it JSON, does it have the right shape, which model. */
final class CohereRequests {

    private static final long MANY = Integer.MAX_VALUE;

    private static final Fields MESSAGE = Fields.none()
            .needs("role", words("user", "assistant", "system", "tool"))
            .takes("content", either(text(), list(object())))
            .takes("tool_calls", list(object()))
            .takes("tool_plan", text())
            .takes("tool_call_id", text())
            .takes("citations", list(object()));

    /** {@code /v2/chat}. */
    static final Fields CHAT = Fields.none()
            .needs("model", text())
            .needs("messages", list(MESSAGE))
            .takes("stream", flag())
            .takes("tools", list(object()))
            .takes("strict_tools", flag())
            .takes("tool_choice", words("REQUIRED", "NONE"))
            .takes("documents", list(either(text(), object())))
            .takes("citation_options", object())
            .takes("response_format", object())
            .takes("safety_mode", words("CONTEXTUAL", "STRICT", "OFF"))
            .takes("max_tokens", whole(1, MANY))
            .takes("stop_sequences", list(text()))
            .takes("temperature", number(0, 1))
            .takes("seed", whole(0, Long.MAX_VALUE))
            .takes("frequency_penalty", number(0, 1))
            .takes("presence_penalty", number(0, 1))
            .takes("k", whole(0, 500))
            .takes("p", number(0.01, 0.99))
            .takes("logprobs", flag())
            .takes("thinking", object())
            .takes("priority", whole(0, 999))
            .takes("raw_prompting", flag());

    /** {@code /v1/embed} and {@code /v2/embed}. */
    static final Fields EMBED = Fields.none()
            .needs("model", text())
            .takes("input_type", words("search_document", "search_query", "classification", "clustering", "image"))
            .takes("texts", list(text()))
            .takes("images", list(text()))
            .takes("inputs", anything())
            .takes("embedding_types", list(words("float", "int8", "uint8", "binary", "ubinary", "base64")))
            .takes("output_dimension", whole(1, 1536))
            .takes("max_tokens", whole(1, MANY))
            .takes("truncate", words("NONE", "START", "END"))
            .takes("priority", whole(0, 999));

    private final Site site;

    CohereRequests(Site site) {
        this.site = site;
    }

    /**
     * The request as a call that can be billed.
     *
     * @throws Rejection when Cohere would refuse it
     */
    Call read(Received request, Api api, Shape shape) {
        String credential = credential(request);
        JsonNode body = json(request);
        shape.check(body).ifPresent(wrong -> {
            throw of(wrong);
        });
        return new Call(api, model(body.get("model").stringValue(), api), credential, body);
    }

    private static String credential(Received request) {
        String key = request.header("Authorization")
                .map(value -> value.replaceFirst("(?i)^bearer\\s*", ""))
                .orElse("");
        if (key.isEmpty()) {
            throw no(401, "no api key supplied");
        }
        if (key.startsWith("invalid")) {
            throw no(401, "invalid api token");
        }
        return key;
    }

    private static JsonNode json(Received request) {
        try {
            return Json.read(request.body());
        } catch (JacksonException e) {
            throw no(400, "invalid json syntax");
        }
    }

    private static Rejection of(Violation wrong) {
        String path = wrong.path().stream().map(String::valueOf).collect(Collectors.joining("."));
        return switch (wrong.kind()) {
            case UNKNOWN -> no(422, "unknown field: parameter '" + path + "' is not a valid field");
            case MISSING -> no(400, "invalid request: parameter '" + path + "' is required");
            case WRONG_TYPE -> no(400, "invalid type: parameter " + path + " is of type " + wrong.got());
            case NOT_ALLOWED -> no(400, "invalid request: parameter " + path + " has an invalid value: " + wrong.got());
        };
    }

    private Model model(String name, Api api) {
        return site.models()
                .find(Provider.COHERE, name)
                .filter(model -> model.embedding() == (api == Api.COHERE_EMBED))
                .orElseThrow(() -> no(
                        404,
                        "model '" + name + "' not found, make sure the correct model ID was used and that you have"
                                + " access to the model."));
    }

    /** The last word must be the user's or a tool's. */
    static void checkTurns(JsonNode messages) {
        String last = messages.path(messages.size() - 1).path("role").asString("");
        if (!last.equals("user") && !last.equals("tool")) {
            throw no(400, "invalid request: the last message must be from the user or a tool");
        }
    }

    static Rejection no(int status, String message) {
        return new Rejection(status, "", message, null, null);
    }
}
