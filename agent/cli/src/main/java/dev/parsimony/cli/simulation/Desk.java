// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import dev.parsimony.simulator.billing.Api;
import dev.parsimony.simulator.billing.Call;
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
    private static final Pattern MODEL_IN_PATH = Pattern.compile("/models/([^/:]+)");

    private final Models models = Models.shipped();
    private final JsonMapper mapper = new JsonMapper();

    /** A request as its bill depends on it; empty if the simulator bills no such API or model. */
    Optional<Call> call(String path, byte[] body) {
        return Api.ofPath(path)
                .flatMap(api -> json(body)
                        .flatMap(read -> model(api, path, read).map(model -> new Call(api, model, ACCOUNT, read))));
    }

    private Optional<JsonNode> json(byte[] body) {
        try {
            return Optional.of(mapper.readTree(body));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Model> model(Api api, String path, JsonNode body) {
        Matcher inPath = MODEL_IN_PATH.matcher(path);
        String name = api.provider() == Provider.GOOGLE && inPath.find()
                ? inPath.group(1)
                : body.path("model").asString("");
        return models.find(api.provider(), name);
    }
}
