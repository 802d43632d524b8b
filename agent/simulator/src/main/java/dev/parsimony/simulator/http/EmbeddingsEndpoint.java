// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static dev.parsimony.simulator.http.Shape.either;
import static dev.parsimony.simulator.http.Shape.list;
import static dev.parsimony.simulator.http.Shape.text;
import static dev.parsimony.simulator.http.Shape.whole;
import static dev.parsimony.simulator.http.Shape.words;

import dev.parsimony.simulator.billing.Api;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Pending;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST .../embeddings}: unit vectors that depend on nothing but model, dimensions and input. */
final class EmbeddingsEndpoint {

    private static final int USUAL_DIMENSIONS = 1536;
    private static final int LARGE_DIMENSIONS = 3072;
    private static final long TOKEN_IDS = 300_000;

    private static final Fields REQUEST = Fields.none()
            .needs("model", text())
            .needs("input", either(text(), list(either(text(), whole(0, TOKEN_IDS), list(whole(0, TOKEN_IDS))))))
            .takes("dimensions", whole(1, LARGE_DIMENSIONS))
            .takes("encoding_format", words("float", "base64"))
            .takes("user", text());

    private final Site site;
    private final OpenAiRequests requests;

    EmbeddingsEndpoint(Site site, OpenAiRequests requests) {
        this.site = site;
        this.requests = requests;
    }

    Reply answer(Received request) {
        Call call = requests.read(request, Api.OPENAI_EMBEDDINGS, REQUEST);
        JsonNode input = call.body().get("input");
        if (input.isEmpty() && !input.isString() || input.asString("x").isEmpty()) {
            throw Rejection.invalid("Invalid 'input': it must not be empty.", "input", null);
        }
        Pending pending = site.open(call);
        ObjectNode body = Json.object().put("object", "list");
        ArrayNode data = body.putArray("data");
        if (input.isString() || input.path(0).isIntegralNumber()) {
            data.add(embedding(call, input, 0));
        } else {
            input.forEach(each -> data.add(embedding(call, each, data.size())));
        }
        body.put("model", call.body().get("model").stringValue());
        body.putObject("usage")
                .put("prompt_tokens", pending.input().input())
                .put("total_tokens", pending.input().input());
        return Reply.json(200, body).billed(new Billed(pending, 0, site.clock()), 0);
    }

    private static ObjectNode embedding(Call call, JsonNode input, int index) {
        ObjectNode item = Json.object().put("object", "embedding").put("index", index);
        float[] vector = vector(call.model().id() + '\n' + input, dimensions(call));
        if (call.body().path("encoding_format").asString("float").equals("base64")) {
            ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(vector);
            return item.put("embedding", Base64.getEncoder().encodeToString(bytes.array()));
        }
        ArrayNode numbers = item.putArray("embedding");
        for (float number : vector) {
            numbers.add(number);
        }
        return item;
    }

    private static int dimensions(Call call) {
        int usual = call.model().id().endsWith("large") ? LARGE_DIMENSIONS : USUAL_DIMENSIONS;
        return call.body().path("dimensions").asInt(usual);
    }

    /** A unit vector that depends on nothing but this. */
    static float[] vector(String seed, int dimensions) {
        SplittableRandom random = new SplittableRandom(seed.hashCode());
        float[] vector = new float[dimensions];
        double square = 0;
        for (int i = 0; i < dimensions; i++) {
            vector[i] = (float) (random.nextDouble() * 2 - 1);
            square += vector[i] * vector[i];
        }
        for (int i = 0; i < dimensions; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }
}
