// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Block.Level;
import dev.parsimony.exchange.Node;
import java.util.List;
import java.util.Set;

/**
 * What stands against reusing an answer of Anthropic's Messages API, or against another model; Anthropic's documentation as
 * of November 2026. Cheap questions first.
 */
final class Anthropic {
    /**
     * Tiers and diagnostics. {@code metadata.user_id} cannot change an answer either, but it tells callers apart, and callers
     * who are told apart do not share answers.
     */
    static final List<String> BESIDE_THE_ANSWER = List.of("service_tier", "diagnostics");

    /** Why an answer must not be reused. */
    static final List<Objection<Node>> NOT_REUSABLE = List.of(
            new Objection<>(
                    "cache_warming",
                    request -> request.get("max_tokens").asLong().orElse(1) == 0),
            new Objection<>("container", request -> request.get("container").isPresent()),
            new Objection<>("server_tools", Anthropic::usesServerTools));

    /** Why a request would not be accepted by another model, or would be answered in another shape. */
    static final List<Objection<Swap>> SWAP = List.of(
            new Objection<>("max_output", Swap::exceedsOutput),
            new Objection<>("sampling", Anthropic::samplesWhereItMayNot),
            new Objection<>("temperature_and_top_p", Anthropic::setsTwoWhereOneIsAllowed),
            new Objection<>("thinking", Anthropic::refusesThinking),
            new Objection<>("thinks_by_default", Anthropic::wouldStartToThink),
            new Objection<>(
                    "effort",
                    swap -> swap.refusesEffort(
                            swap.request().get("output_config").get("effort"))),
            new Objection<>("forced_tool", swap -> swap.to().has("no_forced_tools") && forcesTool(swap.request())),
            new Objection<>("prefill", swap -> swap.to().has("no_prefill") && isPrefilled(swap.request())),
            new Objection<>(
                    "json_schema",
                    swap -> swap.to().has("no_schema") && format(swap.request()).isPresent()),
            new Objection<>("container", swap -> swap.sets("container")),
            new Objection<>("server_tools", swap -> usesServerTools(swap.request())),
            new Objection<>("system_message", Anthropic::hasSystemMessage),
            new Objection<>("signed_thinking", swap -> hasThinking(swap.request())));

    private static final Set<String> FORCING = Set.of("any", "tool");
    private static final Set<String> THINKING = Set.of("thinking", "redacted_thinking");

    private Anthropic() {}

    /** The output format; the older field of the beta counts too. */
    static Node format(Node request) {
        Node format = request.get("output_config").get("format");
        return format.isPresent() ? format : request.get("output_format");
    }

    /**
     * Settings whose change makes the prompt cache forget what stands from a level on; Anthropic's prompt caching guide, its
     * table of what invalidates the cache, as of November 2026. Effort does so on older models only.
     */
    static List<Node> settings(Node request, Level level) {
        return switch (level) {
            case TOOLS -> List.of(format(request), request.get("inference_geo"));
            case SYSTEM -> List.of(request.get("speed"));
            case MESSAGES ->
                List.of(
                        request.get("tool_choice"),
                        request.get("thinking"),
                        request.get("output_config").get("effort"));
        };
    }

    private static boolean usesServerTools(Node request) {
        return !request.get("mcp_servers").items().isEmpty()
                || request.get("tools").items().stream().anyMatch(Anthropic::isProviders);
    }

    /** Whether the provider defines the tool; some of those the application runs, but all of them act on the world. */
    private static boolean isProviders(Node tool) {
        return tool.get("type").isPresent() && !tool.get("type").is("custom");
    }

    private static boolean samplesWhereItMayNot(Swap swap) {
        return swap.to().value("sampling").equals("none")
                && (swap.sets("temperature") || swap.sets("top_p") || swap.sets("top_k"));
    }

    private static boolean setsTwoWhereOneIsAllowed(Swap swap) {
        return swap.to().value("sampling").equals("one") && swap.sets("temperature") && swap.sets("top_p");
    }

    private static boolean refusesThinking(Swap swap) {
        return swap.sets("thinking")
                && !swap.to()
                        .accepts(
                                "thinking",
                                swap.request().get("thinking").get("type").text());
    }

    /** An answer that begins with a thinking block is no surprise only where the application's own model gives one. */
    private static boolean wouldStartToThink(Swap swap) {
        return !swap.sets("thinking") && swap.to().has("thinks") && !swap.from().has("thinks");
    }

    private static boolean forcesTool(Node request) {
        return FORCING.contains(request.get("tool_choice").get("type").text());
    }

    private static boolean isPrefilled(Node request) {
        List<Node> messages = request.get("messages").items();
        return !messages.isEmpty()
                && messages.get(messages.size() - 1).get("role").is("assistant");
    }

    private static boolean hasSystemMessage(Swap swap) {
        return swap.to().isKnown()
                && !swap.to().has("system_messages")
                && swap.request().get("messages").items().stream().anyMatch(Transcript::isSystem);
    }

    private static boolean hasThinking(Node request) {
        return request.get("messages").items().stream()
                .flatMap(message -> message.get("content").items().stream())
                .anyMatch(part -> THINKING.contains(part.get("type").text()));
    }
}
