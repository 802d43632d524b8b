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
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads requests as Mistral does: a field it does not know is refused with 422, {@code max_completion_tokens} is one. */
final class MistralRequests {

    private static final long MANY = Integer.MAX_VALUE;
    private static final String AGENTS_MODEL = "mistral-large-2512";

    private static final Fields MESSAGE = Fields.none()
            .needs("role", words("system", "user", "assistant", "tool"))
            .takes("content", either(text(), list(object())))
            .takes("tool_calls", list(object()))
            .takes("tool_call_id", text())
            .takes("name", text())
            .takes("prefix", flag());

    private static final Fields COMMON = Fields.none()
            .takes("stream", flag())
            .takes("max_tokens", whole(0, MANY))
            .takes("stop", either(text(), list(text())))
            .takes("random_seed", whole(0, MANY))
            .takes("metadata", object());

    private static final Fields TALK = COMMON.needs("messages", list(MESSAGE))
            .takes("tools", list(object()))
            .takes("tool_choice", either(words("auto", "none", "any", "required"), object()))
            .takes("response_format", object())
            .takes("presence_penalty", number(-2, 2))
            .takes("frequency_penalty", number(-2, 2))
            .takes("n", whole(1, MANY))
            .takes("prediction", object())
            .takes("parallel_tool_calls", flag())
            .takes("prompt_mode", words("reasoning"))
            .takes("reasoning_effort", words("none", "high"))
            .takes("prompt_cache_key", text());

    /** Chats. */
    static final Fields CHAT = TALK.needs("model", text())
            .takes("temperature", number(0, 1.5))
            .takes("top_p", number(0, 1))
            .takes("guardrails", anything())
            .takes("safe_prompt", flag());

    /** Chats with an agent. */
    static final Fields AGENT = TALK.needs("agent_id", text());

    /** Texts between a beginning and an end. */
    static final Fields FIM = COMMON.needs("model", text())
            .needs("prompt", text())
            .takes("suffix", text())
            .takes("min_tokens", whole(0, MANY))
            .takes("temperature", number(0, 1.5))
            .takes("top_p", number(0, 1));

    /** Vectors. */
    static final Fields EMBEDDINGS = Fields.none()
            .needs("model", text())
            .needs("input", either(text(), list(text())))
            .takes("output_dimension", whole(1, MANY))
            .takes("output_dtype", words("float", "int8", "uint8", "binary", "ubinary"))
            .takes("encoding_format", words("float", "base64"))
            .takes("metadata", object());

    private final Site site;

    MistralRequests(Site site) {
        this.site = site;
    }

    /**
     * The request as a call that can be billed.
     *
     * @throws Rejection when Mistral would refuse it
     */
    Call read(Received request, Api api, Shape shape) {
        String credential = credential(request);
        JsonNode body = json(request);
        shape.check(body).ifPresent(wrong -> {
            throw invalid(wrong);
        });
        return new Call(api, model(body.path("model").asString(AGENTS_MODEL), api), credential, body);
    }

    private static String credential(Received request) {
        String key = request.header("Authorization")
                .map(value -> value.replaceFirst("(?i)^bearer\\s*", ""))
                .orElse("");
        if (key.isEmpty() || key.startsWith("invalid")) {
            throw no(401, "unauthorized", "Unauthorized", null);
        }
        return key;
    }

    private static JsonNode json(Received request) {
        try {
            return Json.read(request.body());
        } catch (JacksonException e) {
            throw no(
                    422,
                    "invalid_request_error",
                    "{\"detail\":[{\"type\":\"json_invalid\",\"loc\":[\"body\",0]}]}",
                    null);
        }
    }

    private static Rejection invalid(Violation wrong) {
        String type = switch (wrong.kind()) {
            case UNKNOWN -> "extra_forbidden";
            case MISSING -> "missing";
            case WRONG_TYPE -> "type_error";
            case NOT_ALLOWED -> "value_error";
        };
        String place = wrong.path().stream().map(String::valueOf).collect(Collectors.joining("."));
        return no(422, "invalid_request_error", type + " at body." + place, null);
    }

    private Model model(String name, Api api) {
        return site.models()
                .find(Provider.MISTRAL, name)
                .filter(model -> model.embedding() == (api == Api.MISTRAL_EMBEDDINGS))
                .filter(model -> api != Api.MISTRAL_FIM || model.id().startsWith("codestral"))
                .orElseThrow(() -> no(400, "invalid_model", "Invalid model: " + name, "1500"));
    }

    /** The last word must be the user's or a tool's, or the beginning of the assistant's. */
    static void checkTurns(JsonNode messages) {
        JsonNode last = messages.path(messages.size() - 1);
        String role = last.path("role").asString("");
        boolean open = role.equals("user")
                || role.equals("tool")
                || last.path("prefix").asBoolean(false);
        if (!open) {
            throw no(
                    400,
                    "invalid_request_message_order",
                    "Expected last role User or Tool (or Assistant with prefix True) for serving but got " + role,
                    "3230");
        }
    }

    static Rejection no(int status, String type, String message, @Nullable String code) {
        return new Rejection(status, type, message, null, code);
    }

    /** A refusal in Mistral's words. */
    static ObjectNode body(Rejection rejection) {
        return Json.object()
                .put("object", "error")
                .put("message", rejection.text())
                .put("type", rejection.type())
                .putNull("param")
                .put("code", rejection.code());
    }
}
