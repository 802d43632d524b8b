// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.EventData;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Reading;
import java.util.Set;

/** Reads answers of OpenAI's Responses API: a stream tells everything in its first and its last event. */
final class ResponsesReader implements AnswerReader {
    private static final Set<String> TELLING =
            Set.of("response.created", "response.completed", "response.incomplete", "response.failed", "error");

    private static final Set<String> LAST = Set.of("response.completed", "response.incomplete", "response.failed");

    private final Reading reading;
    private final Draft draft = new Draft();
    private boolean over;

    /**
     * A reader.
     *
     * @param reading how the host counts
     */
    ResponsesReader(Reading reading) {
        this.reading = reading;
    }

    @Override
    public void whole(Json answer) {
        response(answer.root());
    }

    @Override
    public boolean event(String name, EventData data) {
        if (name.isEmpty() || TELLING.contains(name)) {
            data.json().ifPresent(json -> told(json.root()));
        }
        return true;
    }

    private void told(Node event) {
        String type = event.get("type").text();
        if (type.equals("error")) {
            Node nested = event.get("error");
            draft.fail(nested.isPresent() ? nested : event);
        } else if (TELLING.contains(type)) {
            over = LAST.contains(type);
            response(event.get("response"));
        } else {
            draft.error(event); // an event without a type, from a host that fails in its own words
        }
    }

    private void response(Node response) {
        draft.head(response);
        draft.used(new OpenAiUsage(response.get("usage"), reading));
        draft.usage(new ResponseItems(response).addTo(draft.usage()));
        draft.error(response);
        String reason = response.get("incomplete_details").get("reason").text();
        switch (response.get("status").text()) {
            case "completed" -> draft.finish("completed", hasRefusal(response) ? Ending.REFUSED : Ending.NATURAL);
            case "incomplete" ->
                draft.finish(reason, reason.equals("content_filter") ? Ending.REFUSED : Ending.TRUNCATED);
            case "failed", "cancelled" -> draft.end(Ending.FAILED);
            default -> {} // in progress, or queued
        }
    }

    private static boolean hasRefusal(Node response) {
        return response.get("output").items().stream()
                .flatMap(item -> item.get("content").items().stream())
                .anyMatch(part -> part.get("type").is("refusal"));
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
