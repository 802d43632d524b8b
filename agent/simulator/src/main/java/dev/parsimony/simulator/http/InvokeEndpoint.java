// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Api;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Model;
import dev.parsimony.simulator.billing.Pending;
import dev.parsimony.simulator.billing.Provider;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /model/{model}/invoke} and {@code .../invoke-with-response-stream} of Claude and of Titan's vectors. */
final class InvokeEndpoint {

    private static final String VERSION = "anthropic_version";
    private static final int DIMENSIONS = 8;
    private static final Fields TITAN = Fields.none()
            .needs("inputText", Shape.text())
            .takes("dimensions", Shape.whole(1, 1024))
            .takes("normalize", Shape.flag())
            .takes("embeddingTypes", Shape.list(Shape.text()));

    private final Site site;
    private final BedrockRequests requests;
    private final MessagesEndpoint messages;
    private final InvokedTextEndpoint texts;

    InvokeEndpoint(Site site) {
        this.site = site;
        this.requests = new BedrockRequests(site);
        this.messages = new MessagesEndpoint(site);
        this.texts = new InvokedTextEndpoint(site);
    }

    Reply answer(Received request, String account, boolean stream) {
        Model model = requests.model(request);
        JsonNode body = BedrockRequests.json(request);
        if (model.embedding()) {
            return vector(body, model, account);
        }
        if (InvokedTextEndpoint.invokes(model)) {
            return texts.answer(request, body, model, account, stream);
        }
        if (model.provider() != Provider.ANTHROPIC) {
            throw Rejection.invalid("The simulator invokes Claude, Llama, Mistral and Titan's vectors alone.");
        }
        Reply reply = messages.answer(request, claude(request, body, model, account, stream));
        return stream ? chunks(reply) : reply;
    }

    /** Anthropic's own request, but for what stands in the path. */
    private static Call claude(Received request, JsonNode body, Model model, String account, boolean stream) {
        if (!body.isObject() || body.has("model") || body.has("stream")) {
            throw Rejection.invalid("Malformed input request: extraneous key [model] or [stream] is not permitted,"
                    + " please reformat your input and try again.");
        }
        if (!body.path(VERSION).asString("").startsWith("bedrock-")) {
            throw Rejection.invalid("anthropic_version: Field required");
        }
        ObjectNode whole = ((ObjectNode) body).deepCopy();
        whole.remove(VERSION);
        whole.remove("anthropic_beta");
        whole.put("model", BedrockRequests.name(request)).put("stream", stream);
        BedrockRequests.check(MessagesShape.withBeta(MessagesShape.REQUEST), whole);
        MarkRules.check(whole);
        return new Call(Api.ANTHROPIC_MESSAGES, model, account, whole);
    }

    /** Each event of Anthropic's in a chunk, and the counts of Bedrock's in the last. */
    private static Reply chunks(Reply events) {
        Frames frames = new Frames();
        for (int i = 0; i < events.parts().size(); i++) {
            Reply.Part part = events.parts().get(i);
            ObjectNode event = event(part);
            if (i == events.parts().size() - 1) {
                event.putObject("amazon-bedrock-invocationMetrics").put("outputTokenCount", part.outputTokens());
            }
            frames.reached(part.outputTokens());
            byte[] bytes = event.toString().getBytes(StandardCharsets.UTF_8);
            frames.event(
                    "chunk",
                    Json.object()
                            .put("bytes", Base64.getEncoder().encodeToString(bytes))
                            .put("p", "abc"));
        }
        return frames.reply().billed(events.delivery(), events.outputTokens());
    }

    private static ObjectNode event(Reply.Part part) {
        String text = new String(part.bytes(), StandardCharsets.UTF_8);
        return (ObjectNode) Json.read(text.substring(text.indexOf("data: ") + "data: ".length()));
    }

    private Reply vector(JsonNode body, Model model, String account) {
        BedrockRequests.check(TITAN, body);
        JsonNode input = Json.object().set("input", body.get("inputText"));
        Call call = new Call(Api.OPENAI_EMBEDDINGS, model, account, input);
        Pending pending = site.open(call);
        ObjectNode answer = Json.object();
        ArrayNode vector = answer.putArray("embedding");
        int seed = body.get("inputText").stringValue().hashCode();
        for (int i = 0; i < DIMENSIONS; i++) {
            vector.add(Math.floorMod(seed * (i + 1), 1000) / 1000.0);
        }
        answer.put("inputTextTokenCount", pending.input().input());
        return Reply.json(200, answer).billed(new Billed(pending, 0, site.clock()), 0);
    }
}
