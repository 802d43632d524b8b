// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer of Mistral's, whole or as a stream of chunks, of which the last has the usage unasked.
 *
 * @param id its identifier
 * @param created when, in seconds since 1970
 * @param model the model
 * @param written what it says
 * @param input tokens of the prompt
 */
record MistralAnswer(String id, long created, String model, Written written, long input) {

    ObjectNode whole() {
        ObjectNode body = frame("chat.completion");
        ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
        choice.set("message", message(written.content().words()));
        choice.put("finish_reason", written.finish().openAi());
        body.set("usage", usage());
        return body;
    }

    Reply stream() {
        Stream stream = new Stream();
        boolean tool = written.content() instanceof Answer.Tool;
        stream.data(chunk(Json.object().put("role", "assistant").put("content", ""), null)
                .toString());
        List<String> pieces = tool ? List.of() : written.pieces();
        for (int piece = 0; piece < pieces.size(); piece++) {
            stream.reached(written.tokensAfter(piece + 1, pieces.size()));
            stream.data(
                    chunk(Json.object().put("content", pieces.get(piece)), null).toString());
        }
        stream.reached(written.outputTokens());
        ObjectNode delta =
                tool ? message(written.content().words()) : Json.object().put("content", "");
        ObjectNode last = chunk(delta, written.finish().openAi());
        last.set("usage", usage());
        stream.data(last.toString());
        stream.data("[DONE]");
        return stream.reply();
    }

    private ObjectNode message(String words) {
        ObjectNode message = Json.object().put("role", "assistant");
        if (!(written.content() instanceof Answer.Tool tool)) {
            return message.putNull("tool_calls").put("content", words);
        }
        ObjectNode call = message.put("content", "")
                .putArray("tool_calls")
                .addObject()
                .put("id", "call00001")
                .put("type", "function")
                .put("index", 0);
        call.putObject("function").put("name", tool.name()).put("arguments", words);
        return message;
    }

    private ObjectNode chunk(ObjectNode delta, @Nullable String finish) {
        ObjectNode chunk = frame("chat.completion.chunk");
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        choice.put("finish_reason", finish);
        return chunk;
    }

    private ObjectNode usage() {
        return Json.object()
                .put("prompt_tokens", input)
                .put("total_tokens", input + written.outputTokens())
                .put("completion_tokens", written.outputTokens());
    }

    private ObjectNode frame(String object) {
        return Json.object()
                .put("id", id)
                .put("object", object)
                .put("created", created)
                .put("model", model);
    }
}
