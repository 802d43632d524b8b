// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer of Chat Completions, whole or as a stream of chunks.
 *
 * @param id its identifier
 * @param created when, in seconds since 1970
 * @param model the model as it was asked for
 * @param choices how many times the answer is given
 * @param written what it says
 * @param usage what it took
 * @param tier the service tier that served it
 * @param cost what it cost, in USD, where the host tells
 */
record ChatAnswer(
        String id,
        long created,
        String model,
        int choices,
        Written written,
        Usage usage,
        String tier,
        Optional<BigDecimal> cost) {

    private static final String FINGERPRINT = "fp_simulator";

    ObjectNode whole() {
        ObjectNode body = frame("chat.completion");
        ArrayNode list = body.putArray("choices");
        for (int index = 0; index < choices; index++) {
            ObjectNode choice = list.addObject().put("index", index);
            choice.set("message", message());
            choice.putNull("logprobs").put("finish_reason", written.finish().openAi());
        }
        body.set("usage", usageBody());
        return body.put("service_tier", tier).put("system_fingerprint", FINGERPRINT);
    }

    private ObjectNode message() {
        ObjectNode message = Json.object().put("role", "assistant");
        Answer.Content content = written.content();
        if (content instanceof Answer.Tool tool) {
            message.putNull("content").putNull("refusal");
            message.putArray("tool_calls").add(toolCall(tool, tool.words()));
        } else if (content instanceof Answer.Refusal refusal) {
            message.putNull("content").put("refusal", refusal.words());
        } else {
            message.put("content", content.words()).putNull("refusal");
        }
        message.putArray("annotations");
        return message;
    }

    private ObjectNode toolCall(Answer.Tool tool, String arguments) {
        ObjectNode call = Json.object()
                .put("id", "call_" + id.substring(id.indexOf('-') + 1))
                .put("type", "function");
        call.putObject("function").put("name", tool.name()).put("arguments", arguments);
        return call;
    }

    ObjectNode usageBody() {
        ObjectNode body = Json.object()
                .put("prompt_tokens", usage.input())
                .put("completion_tokens", usage.output())
                .put("total_tokens", usage.input() + usage.output());
        ObjectNode prompt = body.putObject("prompt_tokens_details")
                .put("cached_tokens", usage.read())
                .put("audio_tokens", 0);
        if (usage.written() > 0) {
            prompt.put("cache_write_tokens", usage.written());
        }
        body.putObject("completion_tokens_details")
                .put("reasoning_tokens", usage.reasoning())
                .put("audio_tokens", 0)
                .put("accepted_prediction_tokens", 0)
                .put("rejected_prediction_tokens", 0);
        cost.ifPresent(usd -> body.put("cost", usd));
        return body;
    }

    /** Azure's first chunk, which tells of its filter and has no choice in it. */
    private static String filtered() {
        ObjectNode chunk = Json.object();
        chunk.putArray("choices");
        chunk.put("created", 0).put("id", "").put("model", "").put("object", "");
        ObjectNode results = chunk.putArray("prompt_filter_results").addObject().put("prompt_index", 0);
        results.putObject("content_filter_results");
        return chunk.toString();
    }

    /** The answer as a stream; the usage comes in a chunk of its own before the end when asked for. */
    Reply stream(boolean withUsage, boolean onAzure) {
        Stream stream = new Stream();
        if (onAzure) {
            stream.data(filtered());
        }
        for (int index = 0; index < choices; index++) {
            choice(stream, index, withUsage);
        }
        if (withUsage) {
            ObjectNode last = frame("chat.completion.chunk");
            last.putArray("choices");
            last.set("usage", usageBody());
            stream.data(tail(last).toString());
        }
        stream.data("[DONE]");
        return stream.reply();
    }

    private void choice(Stream stream, int index, boolean withUsage) {
        stream.data(chunk(index, opening(), null, withUsage));
        List<String> pieces = written.pieces();
        for (int piece = 0; piece < pieces.size(); piece++) {
            stream.reached(index * written.outputTokens() + written.tokensAfter(piece + 1, pieces.size()));
            stream.data(chunk(index, delta(pieces.get(piece)), null, withUsage));
        }
        stream.reached((index + 1) * written.outputTokens());
        stream.data(chunk(index, Json.object(), written.finish().openAi(), withUsage));
    }

    private ObjectNode opening() {
        ObjectNode delta = Json.object().put("role", "assistant");
        if (written.content() instanceof Answer.Tool tool) {
            delta.putNull("content");
            delta.putArray("tool_calls").add(toolCall(tool, "").put("index", 0));
            return delta;
        }
        return written.content() instanceof Answer.Refusal
                ? delta.putNull("content").put("refusal", "")
                : delta.put("content", "").putNull("refusal");
    }

    private ObjectNode delta(String piece) {
        ObjectNode delta = Json.object();
        if (written.content() instanceof Answer.Tool) {
            ObjectNode call = delta.putArray("tool_calls").addObject().put("index", 0);
            call.putObject("function").put("arguments", piece);
            return delta;
        }
        return delta.put(written.content() instanceof Answer.Refusal ? "refusal" : "content", piece);
    }

    private String chunk(int index, ObjectNode delta, @Nullable String finish, boolean withUsage) {
        ObjectNode chunk = frame("chat.completion.chunk");
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", index);
        choice.set("delta", delta);
        choice.putNull("logprobs").put("finish_reason", finish);
        if (withUsage) {
            chunk.putNull("usage");
        }
        return tail(chunk).toString();
    }

    private ObjectNode frame(String object) {
        return Json.object()
                .put("id", id)
                .put("object", object)
                .put("created", created)
                .put("model", model);
    }

    private ObjectNode tail(ObjectNode body) {
        return body.put("service_tier", tier).put("system_fingerprint", FINGERPRINT);
    }
}
