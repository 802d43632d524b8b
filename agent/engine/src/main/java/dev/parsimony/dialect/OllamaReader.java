// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.EventData;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node;

/** Reads answers of Ollama's chats and texts: whole, or in lines of which the last tells how it ended and what it took. */
final class OllamaReader implements AnswerReader {
    private final Draft draft = new Draft();
    private boolean begun;
    private boolean over;

    @Override
    public void whole(Json answer) {
        read(answer.root());
    }

    @Override
    public boolean event(String name, EventData data) {
        if (!begun || data.mayHold("total_duration") || data.mayHold("done_reason") || data.mayHold("error")) {
            begun = true;
            data.json().ifPresent(json -> read(json.root()));
        }
        return true;
    }

    private void read(Node root) {
        draft.head(root);
        draft.error(root);
        draft.usage(OllamaUsage.of(root));
        if (root.get("done").isTrue()) {
            over = true;
            String reason = root.get("done_reason").text();
            draft.finish(reason.isEmpty() ? "stop" : reason, ending(reason));
        }
    }

    private static Ending ending(String reason) {
        return switch (reason) {
            case "", "stop" -> Ending.NATURAL; // before 0.1.38 none was told
            case "length" -> Ending.TRUNCATED;
            default -> Ending.OPEN; // load, unload: nothing was asked
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
