// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Trait;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which conversations Anthropic refuses: empty turns, a wrong first or last turn, tools that were not called or not answered. */
final class TurnRules {

    private final Call call;
    private final JsonNode messages;

    private TurnRules(Call call) {
        this.call = call;
        this.messages = call.body().path("messages");
    }

    static void check(Call call) {
        TurnRules rules = new TurnRules(call);
        rules.checkEnds();
        rules.checkTexts();
        rules.checkTools();
    }

    private void checkEnds() {
        if (messages.isEmpty()) {
            throw Rejection.invalid("messages: at least one message is required");
        }
        if (role(0).equals("assistant")) {
            throw Rejection.invalid("messages: first message must use the \"user\" role");
        }
        for (int turn = 0; turn < messages.size(); turn++) {
            if (role(turn).equals("system") && !call.model().is(Trait.SYSTEM_TURNS)) {
                throw Rejection.invalid("messages." + turn + ": role 'system' is not supported on this model");
            }
        }
        if (role(messages.size() - 1).equals("assistant")) {
            checkPrefill();
        }
    }

    private void checkPrefill() {
        if (call.model().is(Trait.NO_PREFILL) || ThinkingRules.thinks(call)) {
            throw Rejection.invalid("This model does not support assistant message prefill. The conversation must end"
                    + " with a user message.");
        }
        JsonNode content = messages.get(messages.size() - 1).path("content");
        String text = content.isString()
                ? content.stringValue()
                : content.path(content.size() - 1).path("text").asString("");
        if (!text.equals(text.stripTrailing())) {
            throw Rejection.invalid("messages: final assistant content cannot end with trailing whitespace");
        }
    }

    private void checkTexts() {
        checkTexts("system", call.body().path("system"));
        for (int turn = 0; turn < messages.size(); turn++) {
            JsonNode content = messages.get(turn).path("content");
            boolean empty = content.isString() ? content.stringValue().isEmpty() : content.isEmpty();
            if (empty && (turn < messages.size() - 1 || !role(turn).equals("assistant"))) {
                throw Rejection.invalid("messages." + turn
                        + ": all messages must have non-empty content except for the optional final assistant message");
            }
            checkTexts("messages", content);
        }
    }

    private static void checkTexts(String where, JsonNode content) {
        for (JsonNode part : content) {
            if (part.path("type").asString("").equals("text")
                    && part.path("text").asString("").isEmpty()) {
                throw Rejection.invalid(where + ": text content blocks must be non-empty");
            }
        }
    }

    private void checkTools() {
        Set<String> called = new LinkedHashSet<>();
        for (int turn = 0; turn < messages.size(); turn++) {
            checkResults(turn, called);
            called = calls(messages.get(turn));
        }
        if (!called.isEmpty()) {
            throw unanswered(messages.size() - 1, called);
        }
    }

    private void checkResults(int turn, Set<String> called) {
        JsonNode content = messages.get(turn).path("content");
        for (int index = 0; index < content.size(); index++) {
            JsonNode part = content.get(index);
            if (part.path("type").asString("").equals("tool_result")
                    && !called.remove(part.path("tool_use_id").asString(""))) {
                throw Rejection.invalid("messages." + turn + ".content." + index
                        + ": unexpected `tool_use_id` found in `tool_result` blocks: "
                        + part.path("tool_use_id").asString("")
                        + ". Each `tool_result` block must have a corresponding `tool_use` block in the previous"
                        + " message.");
            }
        }
        if (!called.isEmpty()) {
            throw unanswered(turn - 1, called);
        }
    }

    private static Rejection unanswered(int turn, Set<String> called) {
        return Rejection.invalid("messages." + turn
                + ": `tool_use` ids were found without `tool_result` blocks immediately after: "
                + String.join(", ", called)
                + ". Each `tool_use` block must have a corresponding `tool_result` block in the next message.");
    }

    private static Set<String> calls(JsonNode message) {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode part : message.path("content")) {
            if (part.path("type").asString("").equals("tool_use")) {
                ids.add(part.path("id").asString(""));
            }
        }
        return ids;
    }

    private String role(int turn) {
        return messages.get(turn).path("role").asString("");
    }
}
