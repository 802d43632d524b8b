// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Api;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Pending;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /api/embed}, and its older form for one text alone, which counts nothing. */
final class OllamaVectors {

    private static final int DIMENSIONS = 768;
    private static final long NANOS = 1_000_000;

    private final Site site;
    private final OllamaRequests requests;

    OllamaVectors(Site site, OllamaRequests requests) {
        this.site = site;
        this.requests = requests;
    }

    Reply several(Received request) {
        Call call = requests.read(request, Api.OLLAMA_EMBED, OllamaRequests.EMBED);
        Pending pending = site.open(call);
        JsonNode input = call.body().path("input");
        ObjectNode body = Json.object().put("model", call.body().path("model").asString(""));
        ArrayNode vectors = body.putArray("embeddings");
        if (input.isString()) {
            vectors.add(vector(call, input));
        }
        input.forEach(each -> vectors.add(vector(call, each)));
        body.put("total_duration", 2 * NANOS)
                .put("load_duration", NANOS)
                .put("prompt_eval_count", pending.input().input());
        return Reply.json(200, body).billed(new Billed(pending, 0, site.clock()), 0);
    }

    Reply one(Received request) {
        Call call = requests.read(request, Api.OLLAMA_EMBED, OllamaRequests.EMBEDDINGS);
        ObjectNode body = Json.object();
        body.set("embedding", vector(call, call.body().path("prompt")));
        return Reply.json(200, body).billed(new Billed(site.open(call), 0, site.clock()), 0);
    }

    private static ArrayNode vector(Call call, JsonNode text) {
        int dimensions = call.body().path("dimensions").asInt(DIMENSIONS);
        return Vectors.list(Vectors.of(call.model().id() + '\n' + text, dimensions));
    }
}
