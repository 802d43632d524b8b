// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Api;
import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Pending;
import dev.parsimony.simulator.billing.Trait;
import tools.jackson.databind.JsonNode;

/** {@code POST /api/chat} and {@code /api/generate}: in lines unless told otherwise. */
final class OllamaEndpoint {

    private final Site site;
    private final OllamaRequests requests;

    OllamaEndpoint(Site site, OllamaRequests requests) {
        this.site = site;
        this.requests = requests;
    }

    Reply chat(Received request) {
        Call call = requests.read(request, Api.OLLAMA_CHAT, OllamaRequests.CHAT);
        return call.body().path("messages").isEmpty() ? loaded(call) : answer(request, call);
    }

    Reply generate(Received request) {
        Call call = requests.read(request, Api.OLLAMA_GENERATE, OllamaRequests.GENERATE);
        return call.body().path("prompt").asString("").isEmpty() ? loaded(call) : answer(request, call);
    }

    /** Who asks nothing has the model loaded into memory, or let go of. */
    private Reply loaded(Call call) {
        boolean unloads = call.body().path("keep_alive").asString("").equals("0");
        return Reply.json(
                200,
                answer(call, Written.of(Answer.text(""), call.model().factor(), 1), 0)
                        .loaded(unloads ? "unload" : "load"));
    }

    private Reply answer(Received request, Call call) {
        int cap = call.body().path("options").path("num_predict").asInt(0);
        Written written = site.write(
                request, call, wanted(call), cap > 0 ? cap : call.model().maxOutput());
        Pending pending = site.open(call);
        OllamaAnswer answer = answer(call, written, pending.input().input());
        Reply reply = call.body().path("stream").asBoolean(true) ? answer.stream() : Reply.json(200, answer.whole());
        return reply.billed(new Billed(pending, written.reasoningTokens(), site.clock()), written.outputTokens());
    }

    private OllamaAnswer answer(Call call, Written written, long input) {
        return new OllamaAnswer(
                call.body().path("model").asString(""),
                site.clock().instant().toString(),
                call.api() == Api.OLLAMA_CHAT,
                written,
                input);
    }

    private static Wanted wanted(Call call) {
        Wanted wanted = Wanted.text(
                call.model().is(Trait.REASONS) && call.body().path("think").asBoolean(true));
        JsonNode format = call.body().path("format");
        return format.isObject() || format.asString("").equals("json")
                ? wanted.fitting(format.isObject() ? format : Json.object())
                : wanted;
    }
}
