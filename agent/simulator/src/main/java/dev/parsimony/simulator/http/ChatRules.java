// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Trait;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What Chat Completions refuses although the request has the right shape. */
final class ChatRules {

    private ChatRules() {}

    static void check(Call call) {
        JsonNode body = call.body();
        if (body.path("messages").isEmpty()) {
            throw Rejection.invalid(
                    "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array"
                            + " instead.",
                    "messages",
                    "empty_array");
        }
        checkCap(call);
        if (OpenAiRules.given(body.path("stream_options"))
                && !body.path("stream").asBoolean(false)) {
            throw Rejection.invalid(
                    "The 'stream_options' parameter is only allowed when 'stream' is enabled.", "stream_options", null);
        }
        OpenAiRules.check(call, body.path("reasoning_effort"));
        checkTools(call);
        checkTurns(body.path("messages"));
    }

    private static void checkCap(Call call) {
        boolean old = OpenAiRules.given(call.body().path("max_tokens"));
        boolean current = OpenAiRules.given(call.body().path("max_completion_tokens"));
        if (old && call.model().is(Trait.COMPLETION_CAP_ONLY)) {
            throw Rejection.invalid(
                    "Unsupported parameter: 'max_tokens' is not supported with this model. Use"
                            + " 'max_completion_tokens' instead.",
                    "max_tokens",
                    "unsupported_parameter");
        }
        if (old && current) {
            throw Rejection.invalid(
                    "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.");
        }
        int cap = cap(call);
        if (cap > call.model().maxOutput()) {
            throw Rejection.invalid(
                    "max_tokens is too large: " + cap + ". This model supports at most "
                            + call.model().maxOutput() + " completion tokens, whereas you provided " + cap + ".",
                    old ? "max_tokens" : "max_completion_tokens",
                    "invalid_value");
        }
    }

    /** The cap on the answer, in tokens. */
    static int cap(Call call) {
        JsonNode body = call.body();
        JsonNode old = body.path("max_tokens");
        return body.path("max_completion_tokens").asInt(old.asInt(call.model().maxOutput()));
    }

    private static void checkTools(Call call) {
        boolean thinks = !call.body().path("reasoning_effort").asString("").equals("none");
        if (thinks
                && call.model().is(Trait.TOOLS_WITHOUT_EFFORT)
                && !call.body().path("tools").isEmpty()) {
            throw Rejection.invalid(
                    "Function tools with reasoning are not supported for "
                            + call.model().id()
                            + " in /v1/chat/completions. Please use /v1/responses instead, or set 'reasoning_effort' to"
                            + " 'none'.",
                    "reasoning_effort",
                    null);
        }
    }

    /** Every call of a tool must be answered before the next turn, and only what was called may be answered. */
    private static void checkTurns(JsonNode messages) {
        Set<String> open = new LinkedHashSet<>();
        for (JsonNode message : messages) {
            if (message.path("role").asString("").equals("tool")) {
                if (!open.remove(message.path("tool_call_id").asString(""))) {
                    throw Rejection.invalid(
                            "Invalid parameter: messages with role 'tool' must be a response to a preceeding message"
                                    + " with 'tool_calls'.",
                            "messages",
                            null);
                }
            } else {
                checkAnswered(open);
                message.path("tool_calls")
                        .forEach(call -> open.add(call.path("id").asString("")));
            }
        }
        checkAnswered(open);
    }

    private static void checkAnswered(Set<String> open) {
        if (!open.isEmpty()) {
            throw Rejection.invalid(
                    "An assistant message with 'tool_calls' must be followed by tool messages responding to each"
                            + " 'tool_call_id'. The following tool_call_ids did not have response messages: "
                            + String.join(", ", open),
                    "messages",
                    null);
        }
    }
}
