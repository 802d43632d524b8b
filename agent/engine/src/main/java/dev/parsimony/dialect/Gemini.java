// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Node;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What stands against reusing an answer of Gemini's, or against another model; references of the Gemini API and of Vertex AI
 * and their pages on thinking and thought signatures, as of November 2026. Cheap questions first.
 */
final class Gemini {
    /** Labels for bills, a choice of what is logged, and tiers, under both names that fields have. */
    static final List<String> BESIDE_THE_ANSWER = List.of("labels", "store", "serviceTier", "service_tier");

    /** Why an answer must not be reused. */
    static final List<Objection<Node>> NOT_REUSABLE = List.of(
            new Objection<>(
                    "cached_content",
                    request -> Proto.field(request, "cachedContent").isPresent()),
            new Objection<>(
                    "continued",
                    request -> Proto.field(request, "continuationToken").isPresent()),
            new Objection<>("several_choices", Gemini::wantsSeveral),
            new Objection<>("logprobs", Gemini::wantsLogprobs),
            new Objection<>("audio_output", request -> modalities(request).contains("AUDIO")),
            new Objection<>("server_tools", Gemini::usesServerTools));

    /** Why a request would not be accepted by another model, or would be answered in another shape. */
    static final List<Objection<Swap>> SWAP = List.of(
            new Objection<>("max_output", Swap::exceedsOutput),
            new Objection<>(
                    "cached_content",
                    swap -> Proto.field(swap.request(), "cachedContent").isPresent()),
            new Objection<>(
                    "continued",
                    swap -> Proto.field(swap.request(), "continuationToken").isPresent()),
            new Objection<>("thinking", Gemini::refusesThinking),
            new Objection<>("effort", Gemini::refusesLevel),
            new Objection<>("modalities", swap -> !Set.of("TEXT").containsAll(modalities(swap.request()))),
            new Objection<>("logprobs", swap -> wantsLogprobs(swap.request())),
            new Objection<>("server_tools", swap -> usesServerTools(swap.request())),
            new Objection<>("signed_thinking", swap -> new Contents(swap.request()).has("thoughtSignature")),
            new Objection<>(
                    "unsigned_calls",
                    swap -> swap.to().has("signs") && new Contents(swap.request()).has("functionCall")));

    private static final String FUNCTIONS = "functionDeclarations";
    private static final String FUNCTIONS_TOO = "function_declarations";

    private Gemini() {}

    /** The conventions' word for the format asked for; empty where the request does not say. */
    static String outputType(Node config) {
        List<String> modalities = modalitiesOf(config);
        if (modalities.contains("AUDIO")) {
            return "speech";
        }
        if (modalities.contains("IMAGE")) {
            return "image";
        }
        return switch (Proto.field(config, "responseMimeType").text()) {
            case "application/json" -> "json";
            case "text/plain" -> "text";
            default -> "";
        };
    }

    /** The level of thinking, in lower case; empty where the request does not say. */
    static String level(Node request) {
        return thinking(request, "thinkingLevel").text().toLowerCase(Locale.ROOT);
    }

    private static Node thinking(Node request, String field) {
        return Proto.field(request, "generationConfig", "thinkingConfig", field);
    }

    private static List<String> modalities(Node request) {
        return modalitiesOf(Proto.field(request, "generationConfig"));
    }

    private static List<String> modalitiesOf(Node config) {
        return Settings.texts(Proto.field(config, "responseModalities")).stream()
                .map(modality -> modality.toUpperCase(Locale.ROOT))
                .toList();
    }

    private static boolean wantsSeveral(Node request) {
        return Proto.field(request, "generationConfig", "candidateCount")
                        .asLong()
                        .orElse(1)
                != 1;
    }

    private static boolean wantsLogprobs(Node request) {
        Node config = Proto.field(request, "generationConfig");
        return Proto.field(config, "responseLogprobs").isTrue()
                || config.get("logprobs").isPresent();
    }

    /** Every tool but the application's functions is run by the provider. */
    private static boolean usesServerTools(Node request) {
        return Proto.each(request.get("tools")).stream()
                .flatMap(tool -> tool.children().stream())
                .anyMatch(kind -> !kind.name().equals(FUNCTIONS) && !kind.name().equals(FUNCTIONS_TOO));
    }

    private static boolean refusesThinking(Swap swap) {
        Node budget = thinking(swap.request(), "thinkingBudget");
        Node level = thinking(swap.request(), "thinkingLevel");
        return budget.isPresent() && (!swap.to().accepts("thinking", "budget") || isOutside(swap, budget))
                || level.isPresent() && !swap.to().accepts("thinking", "level");
    }

    /** Whether a budget is less than the least that the other model takes; some take none to be 0. */
    private static boolean isOutside(Swap swap, Node budget) {
        long least = swap.to().has("least_budget") ? Long.parseLong(swap.to().value("least_budget")) : 0;
        long most = swap.to().has("most_budget") ? Long.parseLong(swap.to().value("most_budget")) : Long.MAX_VALUE;
        long tokens = budget.asLong().orElse(-1);
        return tokens >= 0 && (tokens < least || tokens > most);
    }

    private static boolean refusesLevel(Swap swap) {
        String level = level(swap.request());
        return !level.isEmpty() && !swap.to().accepts("efforts", level);
    }
}
