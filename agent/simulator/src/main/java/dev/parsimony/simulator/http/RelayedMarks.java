// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Caching;
import dev.parsimony.simulator.billing.Call;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Marks of Anthropic's on chat completions: OpenRouter takes them on texts, on functions and on the whole request, where OpenAI
 * refuses them. Source: OpenRouter's API reference, August 2026.
 */
final class RelayedMarks {

    private static final String MARK = "cache_control";

    private RelayedMarks() {}

    /** What OpenAI would take of a request, all of it in the shape of chat completions. */
    static Shape around(Shape chat) {
        return body -> {
            JsonNode plain = body.deepCopy();
            return take(plain)
                    .or(() -> take(plain.path("tools"), "function"))
                    .or(() -> takeFromMessages(plain))
                    .or(() -> chat.check(plain));
        };
    }

    private static Optional<Violation> takeFromMessages(JsonNode body) {
        Optional<Violation> wrong = Optional.empty();
        for (JsonNode message : body.path("messages")) {
            wrong = wrong.or(() -> take(message.path("content"), "text"));
        }
        return wrong;
    }

    private static Optional<Violation> take(JsonNode values, String type) {
        Optional<Violation> wrong = Optional.empty();
        for (JsonNode value : values) {
            wrong = value.path("type").asString("").equals(type) ? wrong.or(() -> take(value)) : wrong;
        }
        return wrong;
    }

    /** Takes a mark off a value. */
    private static Optional<Violation> take(JsonNode value) {
        JsonNode mark = value instanceof ObjectNode object ? object.remove(MARK) : null;
        return mark == null || mark.isNull() ? Optional.empty() : MessagesShape.MARK.check(mark);
    }

    /**
     * What Claude's provider makes of them.
     *
     * @throws Rejection when they are too many, or in the wrong order
     */
    static void check(Call call) {
        if (call.model().caching() == Caching.MARKS) {
            MarkRules.check(call.body());
        }
    }
}
