// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Api;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Model;
import dev.parsimony.simulator.billing.ProtoNames;
import dev.parsimony.simulator.billing.Provider;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads requests as Google does: who asks, is it JSON, does it have the right shape, which model. */
final class GeminiRequests {

    private final Site site;

    GeminiRequests(Site site) {
        this.site = site;
    }

    /**
     * The request as a call that can be billed, its names in lower camel case.
     *
     * @throws Rejection when Google would refuse it
     */
    Call read(Received request, Api api, Fields shape) {
        String credential = credential(request);
        JsonNode body = ProtoNames.camel(json(request));
        shape.check(body).ifPresent(wrong -> {
            throw GeminiWords.of(wrong);
        });
        Call call = new Call(api, model(request, api), credential, body);
        checkLength(call);
        return call;
    }

    /** Whether the request came to Vertex AI's paths. */
    static boolean onVertex(Received request) {
        return request.path().contains("/publishers/google/");
    }

    private static String credential(Received request) {
        String key = request.header("x-goog-api-key")
                .or(() -> parameter(request, "key"))
                .or(() -> request.header("Authorization").map(value -> value.replaceFirst("(?i)^bearer\\s*", "")))
                .orElse("");
        if (key.isEmpty()) {
            throw new Rejection(
                    403,
                    "",
                    "Method doesn't allow unregistered callers (callers without established identity). Please use API"
                            + " Key or other form of API consumer identity to call this API.",
                    null,
                    null);
        }
        if (key.startsWith("invalid")) {
            throw Rejection.invalid("API key not valid. Please pass a valid API key.", null, "API_KEY_INVALID");
        }
        return key;
    }

    /** The value of a parameter of the query. */
    static Optional<String> parameter(Received request, String name) {
        String query = request.target().substring(request.path().length());
        return Arrays.stream(query.replaceFirst("^\\?", "").split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    private static JsonNode json(Received request) {
        try {
            return Json.read(request.body());
        } catch (JacksonException e) {
            throw Rejection.invalid("Invalid JSON payload received. " + e.getOriginalMessage());
        }
    }

    private Model model(Received request, Api api) {
        String path = request.path();
        String name = path.substring(path.lastIndexOf("models/") + "models/".length(), path.lastIndexOf(':'));
        return site.models()
                .find(Provider.GOOGLE, name)
                .filter(model -> model.embedding() == (api == Api.GEMINI_EMBED))
                .orElseThrow(() -> new Rejection(
                        404,
                        "",
                        "models/" + name + " is not found for API version v1beta, or is not supported for "
                                + GeminiFace.method(request)
                                + ". Call ListModels to see the list of available models and their supported methods.",
                        null,
                        null));
    }

    private static void checkLength(Call call) {
        int tokens = call.prompt().tokens();
        int most = call.model().context();
        if (tokens > most) {
            throw Rejection.invalid("The input token count (" + tokens
                    + ") exceeds the maximum number of tokens allowed (" + most + ").");
        }
    }
}
