// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Api;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Pending;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /v1/embed} and {@code /v2/embed}: vectors by type, or plain ones where version 1 is asked for no type. */
final class CohereVectors {

    private static final int DIMENSIONS = 1536;

    private final Site site;
    private final CohereRequests requests;

    CohereVectors(Site site, CohereRequests requests) {
        this.site = site;
        this.requests = requests;
    }

    Reply answer(Received request) {
        Call call = requests.read(request, Api.COHERE_EMBED, CohereRequests.EMBED);
        JsonNode texts = call.body().path("texts");
        if (texts.isEmpty()) {
            throw CohereRequests.no(400, "invalid request: at least one text is required");
        }
        Pending pending = site.open(call);
        boolean plain = request.path().endsWith("/v1/embed")
                && call.body().path("embedding_types").isEmpty();
        ObjectNode body = Json.object().put("id", site.ids().next(""));
        ArrayNode vectors = plain
                ? body.putArray("embeddings")
                : body.putObject("embeddings").putArray("float");
        texts.forEach(text -> vectors.add(vector(call, text)));
        body.set("texts", texts);
        body.put("response_type", plain ? "embeddings_floats" : "embeddings_by_type");
        ObjectNode meta = body.putObject("meta");
        meta.putObject("api_version").put("version", request.path().endsWith("/v1/embed") ? "1" : "2");
        meta.putObject("billed_units").put("input_tokens", pending.input().input());
        return Reply.json(200, body).billed(new Billed(pending, 0, site.clock()), 0);
    }

    private static ArrayNode vector(Call call, JsonNode text) {
        int dimensions = call.body().path("output_dimension").asInt(DIMENSIONS);
        return Vectors.list(Vectors.of(call.model().id() + '\n' + text, dimensions));
    }
}
