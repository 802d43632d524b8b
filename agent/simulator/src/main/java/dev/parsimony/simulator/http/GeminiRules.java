// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Trait;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What Gemini refuses of a request of the right shape. Source: pages on thinking, thought signatures and caching of the Gemini API, November 2026. */
final class GeminiRules {

    private static final int LEAST_OF_PRO = 128;
    private static final int MOST_OF_PRO = 32_768;
    private static final int MOST = 24_576;

    private GeminiRules() {}

    static void check(Call call) {
        JsonNode contents = call.body().path("contents");
        if (contents.isEmpty()) {
            throw Rejection.invalid("* GenerateContentRequest.contents: contents is not specified\n");
        }
        each(contents).forEach(GeminiRules::checkTurn);
        if (call.body().has("cachedContent")) {
            throw new Rejection(403, "", "CachedContent not found (or permission denied)", null, null);
        }
        checkThinking(call, thinking(call.body()));
        checkCap(call);
        if (call.model().is(Trait.SIGNS_CALLS)) {
            checkSignatures(contents);
        }
    }

    private static void checkTurn(JsonNode turn) {
        if (!List.of("user", "model", "function").contains(turn.path("role").asString("user"))) {
            throw Rejection.invalid("Please use a valid role: user, model.");
        }
        if (turn.path("parts").isEmpty()) {
            throw Rejection.invalid("* GenerateContentRequest.contents.parts: contents.parts must not be empty.\n");
        }
    }

    private static void checkThinking(Call call, JsonNode thinking) {
        boolean budgeted = thinking.has("thinkingBudget");
        String level = thinking.path("thinkingLevel").asString("").toLowerCase(Locale.ROOT);
        if (budgeted && !level.isEmpty()) {
            throw Rejection.invalid("You can only set only one of thinking budget and thinking level.");
        }
        if (!level.isEmpty() && !call.model().efforts().contains(level)) {
            throw Rejection.invalid(
                    "Thinking level " + level.toUpperCase(Locale.ROOT) + " is not supported for this model.");
        }
        if (budgeted && !call.model().is(Trait.THINKING_BUDGET)) {
            throw Rejection.invalid("Thinking budget is not supported for this model.");
        }
        checkBudget(call, thinking.path("thinkingBudget").asInt(-1));
    }

    private static void checkBudget(Call call, int budget) {
        boolean pro = call.model().is(Trait.ALWAYS_THINKS);
        int least = pro ? LEAST_OF_PRO : 0;
        int most = pro ? MOST_OF_PRO : MOST;
        if (budget >= 0 && (budget < least || budget > most)) {
            throw Rejection.invalid("The thinking budget " + budget + " is invalid. Please choose a value between "
                    + least + " and " + most + ".");
        }
    }

    private static void checkCap(Call call) {
        int cap = cap(call);
        int most = call.model().maxOutput();
        if (cap > most) {
            throw Rejection.invalid("Unable to submit request because it has a maxOutputTokens value of " + cap
                    + " but the supported range is from 1 (inclusive) to " + (most + 1)
                    + " (exclusive). Update the value and try again.");
        }
    }

    /** Tokens of an answer, thoughts included, at most. */
    static int cap(Call call) {
        return call.body()
                .path("generationConfig")
                .path("maxOutputTokens")
                .asInt(call.model().maxOutput());
    }

    static JsonNode thinking(JsonNode body) {
        return body.path("generationConfig").path("thinkingConfig");
    }

    /** Every step of the current turn, which the user's last text began, must bring back the signature of its call. */
    private static void checkSignatures(JsonNode contents) {
        boolean unsigned = false;
        for (JsonNode turn : each(contents)) {
            for (JsonNode part : each(turn.path("parts"))) {
                boolean asked = turn.path("role").asString("user").equals("user") && part.has("text");
                unsigned = !asked && (unsigned || part.has("functionCall") && !part.has("thoughtSignature"));
            }
        }
        if (unsigned) {
            throw Rejection.invalid("Function call is missing a thought_signature in functionCall parts. This is"
                    + " required for tools to work correctly.");
        }
    }

    /** A list's items; a single value counts as a list of one. */
    static Iterable<JsonNode> each(JsonNode value) {
        return value.isObject() ? List.of(value) : value.isArray() ? value : MissingNode.getInstance();
    }
}
