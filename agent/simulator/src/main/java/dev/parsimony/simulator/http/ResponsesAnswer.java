// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Usage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer of Responses.
 *
 * @param number what its identifiers end with
 * @param created when, in seconds since 1970
 * @param request the request's body, much of which the answer repeats
 * @param written what it says
 * @param usage what it took
 * @param tier the service tier that served it
 */
record ResponsesAnswer(String number, long created, JsonNode request, Written written, Usage usage, String tier) {

    /** The response when it is complete. */
    ObjectNode whole() {
        boolean incomplete = written.finish() == Answer.Finish.LENGTH || written.finish() == Answer.Finish.FILTER;
        ObjectNode body = frame(incomplete ? "incomplete" : "completed");
        if (incomplete) {
            String reason = written.finish() == Answer.Finish.LENGTH ? "max_output_tokens" : "content_filter";
            body.putObject("incomplete_details").put("reason", reason);
        }
        ArrayNode output = (ArrayNode) body.get("output");
        if (thought()) {
            output.add(reasoning());
        }
        output.add(item(incomplete ? "incomplete" : "completed"));
        body.set("usage", usageBody());
        return body;
    }

    /** The response before anything was written. */
    ObjectNode begun() {
        return frame("in_progress");
    }

    boolean thought() {
        return written.reasoningTokens() > 0;
    }

    private ObjectNode frame(String status) {
        ObjectNode body = Json.object()
                .put("id", "resp_" + number)
                .put("object", "response")
                .put("created_at", created)
                .put("status", status)
                .put("background", false)
                .putNull("error")
                .putNull("incomplete_details");
        repeat(body, "instructions", "null");
        repeat(body, "max_output_tokens", "null");
        repeat(body, "max_tool_calls", "null");
        body.set("model", request.get("model"));
        body.putArray("output");
        repeat(body, "parallel_tool_calls", "true");
        repeat(body, "previous_response_id", "null");
        repeat(body, "prompt_cache_key", "null");
        repeat(body, "reasoning", "{\"effort\":null,\"summary\":null}");
        repeat(body, "safety_identifier", "null");
        body.put("service_tier", tier);
        repeat(body, "store", "true");
        repeat(body, "temperature", "1.0");
        repeat(body, "text", "{\"format\":{\"type\":\"text\"},\"verbosity\":\"medium\"}");
        repeat(body, "tool_choice", "\"auto\"");
        repeat(body, "tools", "[]");
        repeat(body, "top_logprobs", "0");
        repeat(body, "top_p", "1.0");
        repeat(body, "truncation", "\"disabled\"");
        body.putNull("usage");
        repeat(body, "user", "null");
        repeat(body, "metadata", "{}");
        return body;
    }

    private void repeat(ObjectNode body, String field, String otherwise) {
        body.set(field, request.has(field) ? request.get(field) : Json.read(otherwise));
    }

    /** The item that stands for the thinking; its content stays hidden. */
    ObjectNode reasoning() {
        ObjectNode item = Json.object().put("id", "rs_" + number).put("type", "reasoning");
        item.putArray("summary");
        return item;
    }

    /** The item that holds the answer. */
    ObjectNode item(String status) {
        if (written.content() instanceof Answer.Tool tool) {
            return call(tool.words(), status);
        }
        ObjectNode item = message(status);
        ((ArrayNode) item.get("content")).add(part(written.content().words()));
        return item;
    }

    /** The item as it is before anything was written. */
    ObjectNode empty() {
        return written.content() instanceof Answer.Tool ? call("", "in_progress") : message("in_progress");
    }

    private ObjectNode message(String status) {
        ObjectNode item =
                Json.object().put("id", itemId()).put("type", "message").put("status", status);
        item.putArray("content");
        return item.put("role", "assistant");
    }

    private ObjectNode call(String arguments, String status) {
        return Json.object()
                .put("id", itemId())
                .put("type", "function_call")
                .put("status", status)
                .put("arguments", arguments)
                .put("call_id", "call_" + number)
                .put("name", ((Answer.Tool) written.content()).name());
    }

    /** The part of the message that holds these words. */
    ObjectNode part(String words) {
        if (written.content() instanceof Answer.Refusal) {
            return Json.object().put("type", "refusal").put("refusal", words);
        }
        ObjectNode part = Json.object().put("type", "output_text");
        part.putArray("annotations");
        part.putArray("logprobs");
        return part.put("text", words);
    }

    String itemId() {
        return (written.content() instanceof Answer.Tool ? "fc_" : "msg_") + number;
    }

    private ObjectNode usageBody() {
        ObjectNode body = Json.object().put("input_tokens", usage.input());
        ObjectNode input = body.putObject("input_tokens_details").put("cached_tokens", usage.read());
        input.put("cache_write_tokens", usage.written());
        body.put("output_tokens", usage.output());
        body.putObject("output_tokens_details").put("reasoning_tokens", usage.reasoning());
        return body.put("total_tokens", usage.input() + usage.output());
    }
}
