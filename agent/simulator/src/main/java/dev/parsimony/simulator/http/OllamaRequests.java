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
import dev.parsimony.simulator.billing.Trait;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads requests as Ollama does: fields it does not know are passed over, a value of another type is refused. */
final class OllamaRequests {

    private static final long MANY = Integer.MAX_VALUE;

    private static final Fields OPTIONS = Fields.none()
            .takes("num_predict", whole(-2, MANY))
            .takes("num_ctx", whole(1, MANY))
            .takes("temperature", number(0, MANY))
            .takes("top_p", number(0, MANY))
            .takes("min_p", number(0, MANY))
            .takes("top_k", whole(0, MANY))
            .takes("seed", whole(-1, MANY))
            .takes("repeat_penalty", number(0, MANY))
            .takes("stop", list(text()))
            .asAtLeast();

    private static final Fields COMMON = Fields.none()
            .takes("model", text())
            .takes("options", OPTIONS)
            .takes("keep_alive", anything())
            .asAtLeast();

    private static final Fields ANSWERED = COMMON.takes("stream", flag())
            .takes("format", either(words("json", ""), object()))
            .takes("think", either(flag(), words("high", "medium", "low")));

    private static final Fields MESSAGE = Fields.none()
            .takes("role", text())
            .takes("content", text())
            .takes("thinking", text())
            .takes("images", list(text()))
            .takes("tool_calls", list(object()))
            .takes("tool_name", text())
            .asAtLeast();

    /** {@code /api/chat}. */
    static final Fields CHAT = ANSWERED.takes("messages", list(MESSAGE)).takes("tools", list(object()));

    /** {@code /api/generate}. */
    static final Fields GENERATE = ANSWERED.takes("prompt", text())
            .takes("suffix", text())
            .takes("system", text())
            .takes("template", text())
            .takes("raw", flag())
            .takes("images", list(text()))
            .takes("context", list(whole(0, MANY)));

    /** {@code /api/embed}. */
    static final Fields EMBED = COMMON.takes("input", either(text(), list(text())))
            .takes("truncate", flag())
            .takes("dimensions", whole(0, MANY));

    /** {@code /api/embeddings}, the older form. */
    static final Fields EMBEDDINGS = COMMON.takes("prompt", text());

    private final Site site;

    OllamaRequests(Site site) {
        this.site = site;
    }

    /**
     * The request as a call.
     *
     * @throws Rejection when Ollama would refuse it
     */
    Call read(Received request, Api api, Shape shape) {
        JsonNode body = json(request);
        shape.check(body).ifPresent(wrong -> {
            throw no(400, "json: cannot unmarshal " + wrong.got() + " into Go struct field ." + wrong.field());
        });
        Model model = model(body.path("model").asString(""), api);
        if (thinks(body) && !model.is(Trait.REASONS)) {
            throw no(400, "\"" + model.id() + "\" does not support thinking");
        }
        return new Call(api, model, "", body);
    }

    private static boolean thinks(JsonNode body) {
        return body.path("think").asBoolean(false) || body.path("think").isString();
    }

    private static JsonNode json(Received request) {
        if (request.body().length == 0) {
            throw no(400, "missing request body");
        }
        try {
            return Json.read(request.body());
        } catch (JacksonException e) {
            throw no(400, "invalid character looking for beginning of value");
        }
    }

    private Model model(String name, Api api) {
        if (name.isEmpty()) {
            throw no(400, "model is required");
        }
        Model model =
                site.models().find(Provider.OLLAMA, name).orElseThrow(() -> no(404, "model '" + name + "' not found"));
        if (model.embedding() && api != Api.OLLAMA_EMBED) {
            throw no(400, "\"" + name + "\" does not support " + (api == Api.OLLAMA_CHAT ? "chat" : "generate"));
        }
        return model;
    }

    static Rejection no(int status, String message) {
        return new Rejection(status, "", message, null, null);
    }
}
