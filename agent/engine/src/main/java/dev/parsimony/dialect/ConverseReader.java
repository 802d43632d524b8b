// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.EventData;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;

/** Reads answers of Bedrock's Converse; Nova's own answers look alike. */
final class ConverseReader implements AnswerReader {
    private final Draft draft = new Draft();
    private boolean over;

    @Override
    public void whole(Json answer) {
        stop(answer.root());
        counts(answer.root());
    }

    @Override
    public boolean event(String name, EventData data) {
        switch (name) {
            case "messageStop" -> data.json().ifPresent(json -> stop(json.root()));
            case "metadata" -> {
                data.json().ifPresent(json -> counts(json.root()));
                over = true;
            }
            default -> {} // content
        }
        return true;
    }

    @Override
    public void error(String type) {
        draft.fail(type);
    }

    private void stop(Node message) {
        if (message.get("stopReason").is(Kind.STRING)) {
            String reason = message.get("stopReason").text();
            draft.finish(reason, ending(reason));
        }
    }

    private void counts(Node holder) {
        draft.usage(BedrockUsage.of(holder.get("usage")));
        draft.tier(holder.get("serviceTier").get("type").text());
    }

    private static Ending ending(String reason) {
        return switch (reason) {
            case "end_turn", "stop_sequence", "tool_use" -> Ending.NATURAL;
            case "max_tokens", "model_context_window_exceeded" -> Ending.TRUNCATED;
            case "guardrail_intervened", "content_filtered" -> Ending.REFUSED;
            case "malformed_model_output", "malformed_tool_use" -> Ending.FAILED;
            default -> Ending.OPEN;
        };
    }

    @Override
    public boolean isOver() {
        return over;
    }

    @Override
    public Answer answer() {
        return draft.answer();
    }
}
