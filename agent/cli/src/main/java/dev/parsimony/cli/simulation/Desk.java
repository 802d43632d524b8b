// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import dev.parsimony.simulator.billing.Api;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Converse;
import dev.parsimony.simulator.billing.Model;
import dev.parsimony.simulator.billing.Models;
import dev.parsimony.simulator.billing.Provider;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads requests as the simulated providers do. All of one simulation are on one account. */
final class Desk {
    private static final String ACCOUNT = "simulation";
    private static final Pattern AT_GOOGLE = Pattern.compile("/models/([^/:]+)");
    private static final Pattern AT_BEDROCK = Pattern.compile("/model/(.+)/[^/]+$");

    private final Models models = Models.shipped();
    private final JsonMapper mapper = new JsonMapper();

    /** A request as its bill depends on it; empty if the simulator bills no such API or model. */
    Optional<Call> call(String path, byte[] body) {
        return Api.ofPath(path)
                .flatMap(api -> json(body)
                        .flatMap(read -> model(api, path, read)
                                .map(model -> new Call(api, model, ACCOUNT, asTheModelReads(api, read)))));
    }

    private static JsonNode asTheModelReads(Api api, JsonNode body) {
        return api == Api.BEDROCK_CONVERSE ? Converse.asMessages(body) : body;
    }

    private Optional<JsonNode> json(byte[] body) {
        try {
            return Optional.of(mapper.readTree(body));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Model> model(Api api, String path, JsonNode body) {
        return models.find(api.provider(), name(api, path, body))
                .filter(model -> api != Api.BEDROCK_INVOKE || model.provider() == Provider.ANTHROPIC);
    }

    private static String name(Api api, String path, JsonNode body) {
        Matcher inPath = (api.provider() == Provider.BEDROCK ? AT_BEDROCK : AT_GOOGLE).matcher(path);
        boolean names = api.provider() != Provider.BEDROCK && api.provider() != Provider.GOOGLE;
        return names || !inPath.find() ? body.path("model").asString("") : inPath.group(1);
    }
}
