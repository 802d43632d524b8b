// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer of Cohere's chat, whole or as a stream of events.
 *
 * @param id its identifier
 * @param written what it says
 * @param input tokens of the prompt that are billed
 */
record CohereAnswer(String id, Written written, long input) {

    /** Tokens that Cohere's own framing of a prompt takes; they are told, and not billed. */
    private static final int FRAMING = 66;

    ObjectNode whole() {
        ObjectNode body = Json.object()
                .put("id", id)
                .put("finish_reason", written.finish().cohere());
        ObjectNode message = body.putObject("message").put("role", "assistant");
        if (written.content() instanceof Answer.Tool tool) {
            message.put("tool_plan", "I will use a tool.");
            message.putArray("tool_calls").add(toolCall(tool, tool.words()));
        } else {
            message.putArray("content")
                    .addObject()
                    .put("type", "text")
                    .put("text", written.content().words());
        }
        body.set("usage", usage());
        return body;
    }

    private ObjectNode toolCall(Answer.Tool tool, String arguments) {
        ObjectNode call = Json.object().put("id", tool.name() + "_0").put("type", "function");
        call.putObject("function").put("name", tool.name()).put("arguments", arguments);
        return call;
    }

    private ObjectNode usage() {
        ObjectNode usage = Json.object();
        usage.putObject("billed_units").put("input_tokens", input).put("output_tokens", written.outputTokens());
        usage.putObject("tokens").put("input_tokens", input + FRAMING).put("output_tokens", written.outputTokens());
        return usage;
    }

    Reply stream() {
        Stream stream = new Stream();
        ObjectNode start = event("message-start").put("id", id);
        ObjectNode message = start.putObject("delta").putObject("message").put("role", "assistant");
        message.putArray("content");
        stream.event("message-start", start);
        if (written.content() instanceof Answer.Tool tool) {
            call(stream, tool);
        } else {
            text(stream);
        }
        stream.reached(written.outputTokens());
        ObjectNode end = event("message-end").put("id", id);
        end.putObject("delta").put("finish_reason", written.finish().cohere()).set("usage", usage());
        stream.event("message-end", end);
        stream.data("[DONE]");
        return stream.reply();
    }

    private void text(Stream stream) {
        ObjectNode start = event("content-start").put("index", 0);
        start.putObject("delta")
                .putObject("message")
                .putObject("content")
                .put("type", "text")
                .put("text", "");
        stream.event("content-start", start);
        List<String> pieces = written.pieces();
        for (int piece = 0; piece < pieces.size(); piece++) {
            stream.reached(written.tokensAfter(piece + 1, pieces.size()));
            ObjectNode delta = event("content-delta").put("index", 0);
            delta.putObject("delta").putObject("message").putObject("content").put("text", pieces.get(piece));
            stream.event("content-delta", delta);
        }
        stream.event("content-end", event("content-end").put("index", 0));
    }

    private void call(Stream stream, Answer.Tool tool) {
        ObjectNode start = event("tool-call-start").put("index", 0);
        start.putObject("delta").putObject("message").set("tool_calls", toolCall(tool, ""));
        stream.event("tool-call-start", start);
        ObjectNode delta = event("tool-call-delta").put("index", 0);
        delta.putObject("delta")
                .putObject("message")
                .putObject("tool_calls")
                .putObject("function")
                .put("arguments", tool.words());
        stream.event("tool-call-delta", delta);
        stream.event("tool-call-end", event("tool-call-end").put("index", 0));
    }

    private static ObjectNode event(String type) {
        return Json.object().put("type", type);
    }
}
