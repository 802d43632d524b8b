// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Api;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Pending;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code POST .../models/NAME:embedContent} and {@code :batchEmbedContents}: unit vectors that depend on nothing but model, dimensions and content. The
 * older model tells no tokens, which are billed all the same.
 */
final class GeminiEmbeddingsEndpoint {

    /** The length of a vector, unless a request asks for a shorter one. */
    static final int MOST_DIMENSIONS = 3072;

    private static final String TELLS_NOTHING = "gemini-embedding-001";

    private final Site site;
    private final GeminiRequests requests;

    GeminiEmbeddingsEndpoint(Site site, GeminiRequests requests) {
        this.site = site;
        this.requests = requests;
    }

    Reply one(Received request) {
        Call call = requests.read(request, Api.GEMINI_EMBED, GeminiShape.EMBED_ONE);
        ObjectNode body = Json.object();
        body.set("embedding", embedding(call, call.body()));
        return billed(call, body);
    }

    Reply several(Received request) {
        Call call = requests.read(request, Api.GEMINI_EMBED, GeminiShape.EMBED_SEVERAL);
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("embeddings");
        GeminiRules.each(call.body().get("requests")).forEach(each -> list.add(embedding(call, each)));
        return billed(call, body);
    }

    private static ObjectNode embedding(Call call, JsonNode request) {
        int dimensions = request.path("outputDimensionality").asInt(MOST_DIMENSIONS);
        String seed = call.model().id() + '\n' + request.path("content").path("parts");
        ObjectNode embedding = Json.object();
        embedding.set("values", Vectors.list(Vectors.of(seed, dimensions)));
        return embedding;
    }

    private Reply billed(Call call, ObjectNode body) {
        Pending pending = site.open(call);
        if (!call.model().id().equals(TELLS_NOTHING)) {
            body.putObject("usageMetadata")
                    .put("promptTokenCount", pending.input().input());
        }
        return Reply.json(200, body).billed(new Billed(pending, 0, site.clock()), 0);
    }
}
