// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Node;
import java.util.List;
import java.util.Set;

/**
 * What stands against reusing an answer of OpenAI's APIs, or against another model; documentation of OpenAI's Chat
 * Completions and Responses APIs as of November 2026. Cheap questions first.
 */
final class OpenAi {
    /**
     * Hints, labels and tiers. {@code user} and {@code safety_identifier} cannot change an answer either, but they tell
     * callers apart, and callers who are told apart do not share answers. {@code prediction} changes the speed alone.
     */
    private static final String CACHE_KEY = "prompt_cache_key";

    private static final String CACHE_OPTIONS = "prompt_cache_options";
    private static final String RETENTION = "prompt_cache_retention";

    static final List<String> BESIDE_THE_ANSWER =
            List.of("metadata", "store", "service_tier", "prediction", CACHE_KEY, CACHE_OPTIONS, RETENTION);

    /** Why an answer of Chat Completions must not be reused. */
    static final List<Objection<Node>> CHAT_NOT_REUSABLE = List.of(
            new Objection<>("stored", request -> request.get("store").isTrue()),
            new Objection<>(
                    "several_choices", request -> request.get("n").asLong().orElse(1) != 1),
            new Objection<>(
                    "agent", request -> request.get("agent_id").isPresent()), // Mistral's: has tools we cannot see
            new Objection<>("logprobs", OpenAi::wantsLogprobs),
            new Objection<>("audio_output", OpenAi::wantsAudio),
            new Objection<>(
                    "server_tools", request -> request.get("web_search_options").isPresent()),
            new Objection<>("server_tools", OpenAi::usesServerTools),
            new Objection<>("server_tools", OpenAi::modelSearches));

    /**
     * Why an answer of the Responses API must not be reused. A request that does not mention {@code store} is stored too, but
     * it did not ask for it; the stored answer's id stays valid at the provider, so that a rule may allow reuse. One that
     * says {@code true} wants a response of its own kept.
     */
    static final List<Objection<Node>> RESPONSE_NOT_REUSABLE = List.of(
            new Objection<>("stored", request -> request.get("store").isTrue()),
            new Objection<>(
                    "previous_response",
                    request -> request.get("previous_response_id").isPresent()),
            new Objection<>(
                    "conversation", request -> request.get("conversation").isPresent()),
            new Objection<>("background", request -> request.get("background").isTrue()),
            new Objection<>("stored_prompt", request -> request.get("prompt").isPresent()),
            new Objection<>("logprobs", OpenAi::wantsLogprobs),
            new Objection<>("audio_output", OpenAi::wantsAudio),
            new Objection<>("server_tools", OpenAi::usesServerTools),
            new Objection<>("server_tools", OpenAi::modelSearches));

    /** Why a request of Chat Completions would not be accepted by another model. */
    static final List<Objection<Swap>> CHAT_SWAP = List.of(
            new Objection<>("responses_only", swap -> swap.to().has("responses_only")),
            new Objection<>("two_caps", swap -> swap.sets("max_tokens") && swap.sets("max_completion_tokens")),
            new Objection<>("max_output", Swap::exceedsOutput),
            new Objection<>("sampling", swap -> reasons(swap) && swap.samples()),
            new Objection<>("several_choices", swap -> reasons(swap) && swap.sets("n", 1)),
            new Objection<>("logprobs", swap -> reasons(swap) && wantsLogprobs(swap.request())),
            new Objection<>("logit_bias", swap -> reasons(swap) && swap.sets("logit_bias")),
            new Objection<>("prediction", swap -> reasons(swap) && swap.sets("prediction")),
            new Objection<>("stop", swap -> swap.to().has("no_stop") && swap.sets("stop")),
            new Objection<>("effort", swap -> swap.refusesEffort(effort(swap))),
            new Objection<>(
                    "verbosity", swap -> refusesVerbosity(swap, swap.request().get("verbosity"))),
            new Objection<>("tools_with_reasoning", OpenAi::toolsNeedNoReasoning),
            new Objection<>(
                    "parallel_tool_calls",
                    swap -> swap.to().has("no_parallel_tools") && swap.sets("parallel_tool_calls")),
            new Objection<>("audio", swap -> wantsAudio(swap.request())),
            new Objection<>("server_tools", swap -> swap.sets("web_search_options")),
            new Objection<>("server_tools", swap -> usesServerTools(swap.request())),
            new Objection<>(
                    "json_schema", swap -> refusesSchema(swap, swap.request().get("response_format"))),
            new Objection<>(
                    "images", swap -> swap.to().has("no_images") && swap.lens().hasImages()));

    /** Why a request of the Responses API would not be accepted by another model. */
    static final List<Objection<Swap>> RESPONSE_SWAP = List.of(
            new Objection<>("max_output", Swap::exceedsOutput),
            new Objection<>("sampling", swap -> reasons(swap) && swap.samples()),
            new Objection<>("logprobs", swap -> reasons(swap) && wantsLogprobs(swap.request())),
            new Objection<>("effort", swap -> swap.refusesEffort(effort(swap))),
            new Objection<>("reasoning", swap -> !takesReasoning(swap) && swap.sets("reasoning")),
            new Objection<>("reasoning_items", swap -> !takesReasoning(swap) && hasReasoningItems(swap.request())),
            new Objection<>(
                    "verbosity", swap -> refusesVerbosity(swap, text(swap).get("verbosity"))),
            new Objection<>(
                    "parallel_tool_calls",
                    swap -> swap.to().has("no_parallel_tools") && swap.sets("parallel_tool_calls")),
            new Objection<>("server_tools", swap -> usesServerTools(swap.request())),
            new Objection<>(
                    "json_schema", swap -> refusesSchema(swap, text(swap).get("format"))),
            new Objection<>(
                    "images", swap -> swap.to().has("no_images") && swap.lens().hasImages()));

    /** Tools that the application runs itself. */
    private static final Set<String> OWN_TOOLS = Set.of("function", "custom");

    private OpenAi() {}

    private static boolean wantsLogprobs(Node request) {
        return request.get("logprobs").isTrue()
                || request.get("top_logprobs").asLong().orElse(0) > 0
                || includes(request, "message.output_text.logprobs");
    }

    private static boolean includes(Node request, String extra) {
        return request.get("include").items().stream().anyMatch(item -> item.is(extra));
    }

    /** Whether the answer is to be spoken. */
    static boolean wantsAudio(Node request) {
        return request.get("modalities").items().stream().anyMatch(modality -> modality.is("audio"));
    }

    private static boolean usesServerTools(Node request) {
        return request.get("tools").items().stream()
                .anyMatch(tool -> !OWN_TOOLS.contains(tool.get("type").text()));
    }

    private static boolean modelSearches(Node request) {
        return Family.of(request.get("model").text()).has("searches");
    }

    private static Node effort(Swap swap) {
        Node effort = swap.request().get("reasoning_effort");
        return effort.exists() ? effort : swap.request().get("reasoning").get("effort");
    }

    private static Node text(Swap swap) {
        return swap.request().get("text");
    }

    private static boolean reasons(Swap swap) {
        return switch (swap.to().value("sampling")) {
            case "fixed" -> true;
            case "unreasoned" -> !swap.effortAt(effort(swap)).equals("none");
            default -> false;
        };
    }

    private static boolean takesReasoning(Swap swap) {
        return !swap.to().isKnown() || swap.to().has("efforts");
    }

    private static boolean hasReasoningItems(Node request) {
        return includes(request, "reasoning.encrypted_content")
                || request.get("input").items().stream()
                        .anyMatch(item -> item.get("type").is("reasoning"));
    }

    private static boolean refusesVerbosity(Swap swap, Node verbosity) {
        return verbosity.isPresent() && swap.to().isKnown() && !swap.to().has("verbosity");
    }

    private static boolean toolsNeedNoReasoning(Swap swap) {
        return swap.to().has("no_tools_with_effort")
                && swap.lens().usesTools()
                && !swap.effortAt(effort(swap)).equals("none");
    }

    private static boolean refusesSchema(Swap swap, Node format) {
        return swap.to().has("no_schema") && format.get("type").is("json_schema");
    }

    /** Names the requests that are to meet at one prompt cache; the application's own word stays. */
    static Change cacheKey(Node request, String key) {
        Node own = request.get(CACHE_KEY);
        if (own.isPresent()) {
            return Change.refuse("already_told");
        }
        String json = '"' + key + '"';
        return Change.make(
                own.exists() ? Edits.none().replace(own, json) : Edits.none().append(request, CACHE_KEY, json));
    }

    /**
     * Has the provider keep a prompt for a day. The application's own word stays; and of models from GPT-5.6 on, which take
     * options instead, nothing is asked.
     */
    static Change longRetention(Node request, String model) {
        if (!Family.of(model).has("keeps_a_day")) {
            return Change.refuse("no_long_retention");
        }
        if (request.get(RETENTION).exists() || request.get(CACHE_OPTIONS).exists()) {
            return Change.refuse("already_told");
        }
        return Change.make(Edits.none().append(request, RETENTION, "\"24h\""));
    }
}
