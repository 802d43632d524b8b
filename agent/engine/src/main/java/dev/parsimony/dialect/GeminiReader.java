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
import java.util.HashMap;
import java.util.Map;

/**
 * Reads content of Gemini's. A stream is a row of answers, each with a piece of the text and with the counts so far, of which
 * the last are the whole; it ends where the connection does, and no event says so. Where a request does not ask for events,
 * the same answers come as one array.
 */
final class GeminiReader implements AnswerReader {
    private final Draft draft = new Draft();
    private final Map<Long, String> reasons = new HashMap<>();
    private boolean ended;
    private long searches;

    @Override
    public void whole(Json answer) {
        ended = true;
        Proto.each(answer.root()).forEach(this::read);
    }

    @Override
    public boolean event(String name, EventData data) {
        data.json().ifPresent(json -> read(json.root()));
        return true;
    }

    private void read(Node answer) {
        draft.head(Proto.field(answer, "responseId"), Proto.field(answer, "modelVersion"));
        for (Node candidate : answer.get("candidates").items()) {
            stop(candidate);
            searches = Math.max(searches, searches(candidate));
        }
        if (Proto.field(answer, "promptFeedback", "blockReason").isPresent()) {
            ended = true;
            draft.end(Ending.REFUSED);
        }
        count(new GeminiUsage(Proto.field(answer, "usageMetadata")));
        draft.error(answer);
    }

    /** Some models say with every piece how it ends. */
    private void stop(Node candidate) {
        Node reason = Proto.field(candidate, "finishReason");
        long index = candidate.get("index").asLong().orElse(0);
        if (reason.is(Kind.STRING) && !reason.text().equals(reasons.put(index, reason.text()))) {
            ended = true;
            draft.finish(reason.text(), ending(reason.text()));
        }
    }

    /** How often Google was asked for a grounded answer: Gemini 3 and later are billed by the query. */
    private static long searches(Node candidate) {
        return Proto.field(candidate, "groundingMetadata", "webSearchQueries")
                .items()
                .size();
    }

    /** A stream may begin with the prompt's count alone, which is no count of the answer yet. */
    private void count(GeminiUsage usage) {
        if (ended || usage.hasOutput()) {
            Usage told = usage.read();
            draft.usage(told == null ? null : told.withTool("web_search", searches));
            draft.tier(usage.tier());
        }
    }

    private static Ending ending(String reason) {
        return switch (reason) {
            case "STOP" -> Ending.NATURAL;
            case "MAX_TOKENS" -> Ending.TRUNCATED;
            case "SAFETY",
                    "RECITATION",
                    "BLOCKLIST",
                    "PROHIBITED_CONTENT",
                    "SPII",
                    "MODEL_ARMOR",
                    "IMAGE_SAFETY",
                    "IMAGE_PROHIBITED_CONTENT",
                    "IMAGE_RECITATION" -> Ending.REFUSED;
            default -> Ending.OPEN; // a call that cannot be read, another language, reasons to come
        };
    }

    @Override
    public Answer answer() {
        return draft.answer();
    }
}
