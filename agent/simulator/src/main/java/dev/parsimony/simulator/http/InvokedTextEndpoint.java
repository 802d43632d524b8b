// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static dev.parsimony.simulator.http.Shape.list;
import static dev.parsimony.simulator.http.Shape.number;
import static dev.parsimony.simulator.http.Shape.object;
import static dev.parsimony.simulator.http.Shape.text;
import static dev.parsimony.simulator.http.Shape.whole;
import static dev.parsimony.simulator.http.Shape.words;

import dev.parsimony.simulator.billing.Api;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Model;
import dev.parsimony.simulator.billing.Pending;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Llamas and Mistral's models as Bedrock invokes them, each in the words of its maker. Source: Amazon's guides to both,
 * November 2026.
 */
final class InvokedTextEndpoint {

    private static final long MANY = 8192;
    private static final Fields LLAMA = Fields.none()
            .needs("prompt", text())
            .takes("temperature", number(0, 1))
            .takes("top_p", number(0, 1))
            .takes("max_gen_len", whole(1, MANY))
            .takes("images", list(text()));
    private static final Fields SAMPLED = Fields.none()
            .takes("max_tokens", whole(1, MANY))
            .takes("temperature", number(0, 1))
            .takes("top_p", number(0, 1));
    private static final Fields MISTRAL_TEXT =
            SAMPLED.needs("prompt", text()).takes("stop", list(text())).takes("top_k", whole(1, 200));
    private static final Fields MISTRAL_CHAT = SAMPLED.needs("messages", list(object()))
            .takes("tools", list(object()))
            .takes("tool_choice", words("auto", "any", "none"));

    private final Site site;

    InvokedTextEndpoint(Site site) {
        this.site = site;
    }

    static boolean invokes(Model model) {
        return isLlama(model) || model.id().startsWith("mistral.");
    }

    private static boolean isLlama(Model model) {
        return model.id().startsWith("meta.llama");
    }

    Reply answer(Received request, JsonNode body, Model model, String account, boolean stream) {
        boolean chats = body.has("messages") && !isLlama(model);
        BedrockRequests.check(isLlama(model) ? LLAMA : chats ? MISTRAL_CHAT : MISTRAL_TEXT, body);
        Call call = new Call(chats ? Api.MISTRAL_CHAT : Api.OLLAMA_GENERATE, model, account, body);
        Written written = site.write(request, call, Wanted.text(false), cap(body, model));
        Pending pending = site.open(call);
        InvokedText answer = new InvokedText(
                isLlama(model)
                        ? InvokedText.Maker.META
                        : chats ? InvokedText.Maker.MISTRAL_CHAT : InvokedText.Maker.MISTRAL_TEXT,
                written,
                pending.input().input());
        Reply reply = stream
                ? answer.stream()
                : Reply.json(200, answer.whole())
                        .with(List.of(
                                new Header("X-Amzn-Bedrock-Input-Token-Count", Long.toString(answer.input())),
                                new Header("X-Amzn-Bedrock-Output-Token-Count", "" + written.outputTokens())));
        return reply.billed(new Billed(pending, 0, site.clock()), written.outputTokens());
    }

    /** A Llama that is given no cap has one of 512. */
    private static int cap(JsonNode body, Model model) {
        return isLlama(model)
                ? body.path("max_gen_len").asInt(512)
                : body.path("max_tokens").asInt(model.maxOutput());
    }
}
