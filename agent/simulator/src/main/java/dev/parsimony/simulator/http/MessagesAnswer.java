// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Usage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer of Messages.
 *
 * @param number what its identifiers end with
 * @param request the request's body
 * @param written what it says
 * @param usage what it took
 * @param tier the service tier that served it
 */
record MessagesAnswer(String number, JsonNode request, Written written, Usage usage, String tier) {

    /** The message when it is complete. */
    ObjectNode whole() {
        ObjectNode message = frame();
        ArrayNode content = (ArrayNode) message.get("content");
        if (thought()) {
            content.add(thinking());
        }
        if (!written.content().words().isEmpty()) {
            content.add(block(written.content().words()));
        }
        end(message).set("usage", usageBody());
        return message;
    }

    boolean thought() {
        return written.reasoningTokens() > 0;
    }

    /** The message before anything was written. */
    ObjectNode begun() {
        ObjectNode message = frame();
        message.putNull("stop_reason").putNull("stop_sequence");
        message.set("usage", usageBody().put("output_tokens", Math.min(1, written.outputTokens())));
        return message;
    }

    private ObjectNode frame() {
        ObjectNode message =
                Json.object().put("id", "msg_" + number).put("type", "message").put("role", "assistant");
        message.set("model", request.get("model"));
        message.putArray("content");
        return message;
    }

    /** Says why the answer ended. */
    ObjectNode end(ObjectNode where) {
        return where.put("stop_reason", written.finish().anthropic()).putNull("stop_sequence");
    }

    /** The block that stands for the thinking. */
    ObjectNode thinking() {
        return Json.object().put("type", "thinking").put("thinking", "").put("signature", "simulated" + number);
    }

    /** The block that holds these words. */
    ObjectNode block(String words) {
        if (written.content() instanceof Answer.Tool tool) {
            ObjectNode block = Json.object()
                    .put("type", "tool_use")
                    .put("id", "toolu_" + number)
                    .put("name", tool.name());
            block.set("input", words.isEmpty() ? Json.object() : input(words));
            return block;
        }
        return Json.object().put("type", "text").put("text", words);
    }

    /** Arguments that the cap cut short are no JSON; the API then shows an empty object. */
    private static JsonNode input(String words) {
        try {
            return Json.read(words);
        } catch (JacksonException e) {
            return Json.object();
        }
    }

    ObjectNode usageBody() {
        ObjectNode body = Json.object()
                .put("input_tokens", usage.uncached())
                .put("cache_creation_input_tokens", usage.written())
                .put("cache_read_input_tokens", usage.read());
        body.putObject("cache_creation")
                .put("ephemeral_5m_input_tokens", usage.write())
                .put("ephemeral_1h_input_tokens", usage.longWrite());
        body.put("output_tokens", usage.output());
        if (thought()) {
            body.putObject("output_tokens_details").put("thinking_tokens", usage.reasoning());
        }
        return body.put("service_tier", tier)
                .put("inference_geo", request.path("inference_geo").asString("global"));
    }

    /** The usage as a stream's end repeats it. */
    ObjectNode closingUsage() {
        return Json.object()
                .put("input_tokens", usage.uncached())
                .put("cache_creation_input_tokens", usage.written())
                .put("cache_read_input_tokens", usage.read())
                .put("output_tokens", usage.output());
    }
}
