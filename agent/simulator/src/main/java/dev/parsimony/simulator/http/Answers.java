// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Answers as a caller writes them down: {@code {"text": ...}}, {@code {"refusal": ...}} or {@code {"tool": {"name": ..., "arguments": {...}}}}, each with
 * {@code finish} ({@code stop}, {@code length}, {@code tool}, {@code refusal}, {@code filter}), {@code output_tokens} and {@code reasoning_tokens} where
 * wanted.
 */
final class Answers {

    /** The header in which a single request may bring its own answer. */
    static final String HEADER = "x-simulator-answer";

    private Answers() {}

    /** The answer a request brought with it, if it did. */
    static Optional<Answer> steered(Received request) {
        return request.header(HEADER).map(Answers::parse);
    }

    private static Answer parse(String text) {
        try {
            return read(Json.read(text));
        } catch (JacksonException e) {
            throw Rejection.invalid("The header " + HEADER + " holds no JSON: " + e.getOriginalMessage());
        }
    }

    /**
     * Reads an answer.
     *
     * @throws Rejection when it says neither text, refusal nor tool, or an unknown finish
     */
    static Answer read(JsonNode node) {
        Answer answer = content(node)
                .outputTokens(node.path("output_tokens").asInt(0))
                .reasoningTokens(node.path("reasoning_tokens").asInt(0));
        return node.has("finish") ? answer.finish(finish(node.get("finish").asString(""))) : answer;
    }

    private static Answer content(JsonNode node) {
        if (node.path("tool").isObject()) {
            JsonNode arguments = node.get("tool").path("arguments");
            String words = arguments.isString() ? arguments.stringValue() : arguments.toString();
            return Answer.tool(node.get("tool").path("name").asString(""), arguments.isMissingNode() ? "{}" : words);
        }
        if (node.path("refusal").isString()) {
            return Answer.refusal(node.get("refusal").stringValue());
        }
        if (node.path("text").isString()) {
            return Answer.text(node.get("text").stringValue());
        }
        throw Rejection.invalid("An answer needs one of: text, refusal, tool.");
    }

    private static Answer.Finish finish(String name) {
        try {
            return Answer.Finish.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Rejection.invalid("finish is one of stop, length, tool, refusal, filter, not '" + name + "'.");
        }
    }
}
