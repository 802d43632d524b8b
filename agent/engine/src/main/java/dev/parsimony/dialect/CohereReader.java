// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.EventData;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;

/** Reads answers of Cohere's chat, version 2. They do not name the model. */
final class CohereReader implements AnswerReader {
    private static final String DONE = "[DONE]";

    private final Draft draft = new Draft();
    private boolean over;

    @Override
    public void whole(Json answer) {
        draft.head(answer.root());
        end(answer.root());
    }

    @Override
    public boolean event(String name, EventData data) {
        over |= data.is(DONE);
        if (data.contains("\"message-start\"") || data.contains("\"message-end\"")) {
            data.json().ifPresent(json -> read(json.root()));
        }
        return true;
    }

    private void read(Node event) {
        draft.head(event);
        if (event.get("type").is("message-end")) {
            end(event.get("delta"));
        }
    }

    private void end(Node holder) {
        draft.usage(CohereUsage.of(holder.get("usage")));
        draft.error(holder);
        Node reason = holder.get("finish_reason");
        if (reason.is(Kind.STRING)) {
            draft.finish(reason.text(), ending(reason.text()));
        }
    }

    private static Ending ending(String reason) {
        return switch (reason) {
            case "COMPLETE", "STOP_SEQUENCE", "TOOL_CALL" -> Ending.NATURAL;
            case "MAX_TOKENS" -> Ending.TRUNCATED;
            case "ERROR_TOXIC" -> Ending.REFUSED;
            case "ERROR", "TIMEOUT" -> Ending.FAILED;
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
