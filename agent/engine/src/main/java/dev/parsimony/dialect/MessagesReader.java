// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.EventData;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import dev.parsimony.exchange.Usage;
import org.jspecify.annotations.Nullable;

/** Reads answers of Anthropic's Messages API. Events are told apart by name, as Anthropic's own SDKs do. */
final class MessagesReader implements AnswerReader {
    private final Draft draft = new Draft();
    private final AnthropicUsage usage = new AnthropicUsage();
    private boolean over;

    @Override
    public void whole(Json answer) {
        message(answer.root());
        stop(answer.root());
        draft.usage(usage.soFar());
        draft.error(answer.root());
    }

    @Override
    public boolean event(String name, EventData data) {
        switch (name) {
            case "message_start" ->
                data.json().ifPresent(json -> message(json.root().get("message")));
            case "message_delta" -> data.json().ifPresent(json -> delta(json.root()));
            case "message_stop" -> over = true;
            case "error" -> data.json().ifPresent(json -> draft.error(json.root()));
            default -> {} // content, or a ping
        }
        return true;
    }

    private void message(Node message) {
        draft.head(message);
        count(message.get("usage"));
    }

    private void delta(Node event) {
        stop(event.get("delta"));
        count(event.get("usage"));
        draft.usage(usage.soFar()); // not before: the output that a stream begins with is no count yet
    }

    private void stop(Node message) {
        if (message.get("stop_reason").is(Kind.STRING)) {
            String reason = message.get("stop_reason").text();
            draft.finish(reason, ending(reason));
        }
    }

    private void count(Node counts) {
        usage.tell(counts);
        draft.tier(counts.get("service_tier").text());
        draft.surcharges(usage.surcharges());
    }

    private static Ending ending(String reason) {
        return switch (reason) {
            case "end_turn", "stop_sequence", "tool_use" -> Ending.NATURAL;
            case "max_tokens", "model_context_window_exceeded" -> Ending.TRUNCATED;
            case "refusal" -> Ending.REFUSED;
            default -> Ending.OPEN; // pause_turn: the turn goes on in another call
        };
    }

    @Override
    public boolean isOver() {
        return over;
    }

    /** A stream begins with it. */
    @Override
    public @Nullable Usage prompt() {
        return usage.prompt();
    }

    @Override
    public Answer answer() {
        return draft.answer();
    }
}
