// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Api;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Model;
import dev.parsimony.simulator.billing.Prompt;
import dev.parsimony.simulator.billing.Provider;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads requests as OpenAI does: who asks, is it JSON, does it have the right shape, which model. */
final class OpenAiRequests {

    private static final Pattern DEPLOYMENT = Pattern.compile("/openai/deployments/([^/]+)/");

    private final Site site;

    OpenAiRequests(Site site) {
        this.site = site;
    }

    /**
     * The request as a call that can be billed.
     *
     * @throws Rejection when OpenAI would refuse it before looking at what the model allows
     */
    Call read(Received request, Api api, Shape shape) {
        String credential = credential(request);
        JsonNode body = json(request);
        Optional<String> deployed = deployed(request);
        if (deployed.isPresent() && body instanceof ObjectNode object) {
            object.put("model", deployed.get());
        }
        shape.check(body).ifPresent(wrong -> {
            throw OpenAiWords.of(wrong, api);
        });
        Model model = model(body.get("model").stringValue(), api);
        Call call = new Call(api, model, credential, body);
        checkLength(call);
        return call;
    }

    /**
     * The API key.
     *
     * @throws Rejection when there is none, or one that says it is invalid
     */
    String credential(Received request) {
        String key = request.header("api-key")
                .or(() -> request.header("Authorization").map(value -> value.replaceFirst("(?i)^bearer\\s*", "")))
                .orElse("");
        if (key.isEmpty()) {
            throw new Rejection(
                    401,
                    "invalid_request_error",
                    "You didn't provide an API key. You need to provide your API key in an Authorization header using"
                            + " Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
                    null,
                    null);
        }
        if (key.startsWith("invalid")) {
            throw new Rejection(
                    401,
                    "invalid_request_error",
                    "Incorrect API key provided: " + key.substring(0, Math.min(8, key.length())) + "***.",
                    null,
                    "invalid_api_key");
        }
        return key;
    }

    private static JsonNode json(Received request) {
        try {
            return Json.read(request.body());
        } catch (JacksonException e) {
            throw Rejection.invalid("We could not parse the JSON body of your request. (HINT: This likely means you"
                    + " aren't using your HTTP library correctly. The OpenAI API expects a JSON payload, but what was"
                    + " sent was not valid JSON.)");
        }
    }

    /** Whether the request came to a deployment of Azure's. */
    static boolean onAzure(Received request) {
        return DEPLOYMENT.matcher(request.path()).find();
    }

    private Optional<String> deployed(Received request) {
        Matcher path = DEPLOYMENT.matcher(request.path());
        if (!path.find()) {
            return Optional.empty();
        }
        String name = path.group(1);
        String model = site.deployments().getOrDefault(name, name);
        if (site.models().find(Provider.OPENAI, model).isEmpty()) {
            throw new Rejection(
                    404,
                    "invalid_request_error",
                    "The API deployment for this resource does not exist. If you created the deployment within the"
                            + " last 5 minutes, please wait a moment and try again.",
                    null,
                    "DeploymentNotFound");
        }
        return Optional.of(model);
    }

    private Model model(String name, Api api) {
        Model model = site.models()
                .find(api.provider(), name)
                .orElseThrow(() -> new Rejection(
                        404,
                        "invalid_request_error",
                        "The model `" + name + "` does not exist or you do not have access to it.",
                        null,
                        "model_not_found"));
        if (model.embedding() != (api == Api.OPENAI_EMBEDDINGS)) {
            throw new Rejection(
                    api == Api.OPENAI_EMBEDDINGS ? 403 : 404,
                    "invalid_request_error",
                    "This model (" + name + ") is not supported at this endpoint.",
                    "model",
                    null);
        }
        return model;
    }

    /** Refuses what the model cannot read at once. */
    static void checkLength(Call call) {
        Prompt prompt = call.prompt();
        if (prompt.tokens() > call.model().context()) {
            throw Rejection.invalid(
                    "This model's maximum context length is " + call.model().context()
                            + " tokens. However, your messages resulted in " + prompt.tokens()
                            + " tokens. Please reduce the length of the messages.",
                    "messages",
                    "context_length_exceeded");
        }
    }
}
