// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Usage;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer of Converse.
 *
 * @param id of a tool's call
 * @param written what it says
 * @param usage what it took
 */
record ConverseAnswer(String id, Written written, Usage usage) {

    /** The answer as one body. */
    ObjectNode whole() {
        ObjectNode body = Json.object();
        ObjectNode message = body.putObject("output").putObject("message").put("role", "assistant");
        message.putArray("content").add(block());
        body.put("stopReason", stopReason());
        return counts(body);
    }

    private ObjectNode block() {
        if (written.content() instanceof Answer.Tool tool) {
            ObjectNode block = Json.object();
            block.putObject("toolUse")
                    .put("toolUseId", id)
                    .put("name", tool.name())
                    .set("input", input(tool.words()));
            return block;
        }
        return Json.object().put("text", written.content().words());
    }

    private static JsonNode input(String words) {
        try {
            return Json.read(words);
        } catch (JacksonException e) {
            return Json.object(); // the cap cut it short
        }
    }

    private String stopReason() {
        return switch (written.finish()) {
            case STOP -> "end_turn";
            case LENGTH -> "max_tokens";
            case TOOL -> "tool_use";
            case REFUSAL, FILTER -> "content_filtered";
        };
    }

    private ObjectNode counts(ObjectNode body) {
        ObjectNode counts = body.putObject("usage")
                .put("inputTokens", usage.uncached())
                .put("outputTokens", usage.output())
                .put("totalTokens", usage.input() + usage.output())
                .put("cacheReadInputTokens", usage.read())
                .put("cacheWriteInputTokens", usage.written());
        if (usage.longWrite() > 0) {
            counts.putArray("cacheDetails").addObject().put("ttl", "1h").put("inputTokens", usage.longWrite());
        }
        body.putObject("metrics").put("latencyMs", 1);
        return body;
    }

    /** The answer as events, in the order Bedrock sends them. */
    Reply stream() {
        Frames frames = new Frames();
        frames.event("messageStart", Json.object().put("role", "assistant"));
        boolean tool = written.content() instanceof Answer.Tool;
        if (tool) {
            ObjectNode start = at(Json.object());
            start.putObject("start").set("toolUse", named(((Answer.Tool) written.content()).name()));
            frames.event("contentBlockStart", start);
        }
        List<String> pieces = written.pieces();
        for (int piece = 0; piece < pieces.size(); piece++) {
            frames.reached(written.tokensAfter(piece + 1, pieces.size()));
            frames.event("contentBlockDelta", delta(pieces.get(piece), tool));
        }
        frames.event("contentBlockStop", at(Json.object()));
        frames.reached(written.outputTokens());
        frames.event("messageStop", Json.object().put("stopReason", stopReason()));
        frames.event("metadata", counts(Json.object()));
        return frames.reply();
    }

    private ObjectNode named(String tool) {
        return Json.object().put("toolUseId", id).put("name", tool);
    }

    private static ObjectNode delta(String piece, boolean tool) {
        ObjectNode delta = at(Json.object());
        ObjectNode what = delta.putObject("delta");
        if (tool) {
            what.putObject("toolUse").put("input", piece);
        } else {
            what.put("text", piece);
        }
        return delta;
    }

    private static ObjectNode at(ObjectNode event) {
        return event.put("contentBlockIndex", 0);
    }
}
