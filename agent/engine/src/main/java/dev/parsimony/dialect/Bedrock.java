// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Node;
import java.util.List;
import java.util.Set;

/**
 * What stands against reusing an answer of Bedrock's Converse, or against another model; Amazon's API reference as of
 * November 2026. Cheap questions first.
 */
final class Bedrock {
    /** A label for the logs and the tier; all else may change an answer. */
    static final List<String> BESIDE_THE_ANSWER = List.of("requestMetadata", "serviceTier");

    /** Why an answer must not be reused. A guardrail's verdict is the account's own to change. */
    static final List<Objection<Node>> NOT_REUSABLE = List.of(
            new Objection<>(
                    "guardrail", request -> request.get("guardrailConfig").isPresent()),
            new Objection<>(
                    "stored_prompt", request -> request.get("promptVariables").isPresent()),
            new Objection<>("server_tools", Bedrock::usesServerTools));

    /** Why a request would not be accepted by another model, or would be answered in another shape. */
    static final List<Objection<Swap>> SWAP = List.of(
            new Objection<>("stored_prompt", swap -> swap.sets("promptVariables")),
            new Objection<>("model_fields", swap -> swap.sets("additionalModelRequestFields")),
            new Objection<>("max_output", Swap::exceedsOutput),
            new Objection<>("sampling", Bedrock::samplesWhereItMayNot),
            new Objection<>("temperature_and_top_p", Bedrock::setsTwoWhereOneIsAllowed),
            new Objection<>(
                    "thinks_by_default",
                    swap -> swap.to().has("thinks") && !swap.from().has("thinks")),
            new Objection<>("forced_tool", swap -> swap.to().has("no_forced_tools") && forcesTool(swap.request())),
            new Objection<>("prefill", swap -> swap.to().has("no_prefill") && isPrefilled(swap.request())),
            new Objection<>("json_schema", swap -> swap.to().has("no_schema") && swap.sets("outputConfig")),
            new Objection<>("server_tools", swap -> usesServerTools(swap.request())),
            new Objection<>("signed_thinking", swap -> hasThinking(swap.request())));

    private static final Set<String> FORCING = Set.of("any", "tool");

    private Bedrock() {}

    /** Whether the provider runs a tool. */
    private static boolean usesServerTools(Node request) {
        return request.get("toolConfig").get("tools").items().stream()
                .anyMatch(tool -> tool.get("systemTool").isPresent());
    }

    private static Node inference(Swap swap) {
        return swap.request().get("inferenceConfig");
    }

    private static boolean samplesWhereItMayNot(Swap swap) {
        return swap.to().value("sampling").equals("none")
                && (inference(swap).get("temperature").isPresent()
                        || inference(swap).get("topP").isPresent());
    }

    private static boolean setsTwoWhereOneIsAllowed(Swap swap) {
        return swap.to().value("sampling").equals("one")
                && inference(swap).get("temperature").isPresent()
                && inference(swap).get("topP").isPresent();
    }

    private static boolean forcesTool(Node request) {
        Node choice = request.get("toolConfig").get("toolChoice");
        return FORCING.stream().anyMatch(kind -> choice.get(kind).isPresent());
    }

    private static boolean isPrefilled(Node request) {
        List<Node> messages = request.get("messages").items();
        return !messages.isEmpty()
                && messages.get(messages.size() - 1).get("role").is("assistant");
    }

    private static boolean hasThinking(Node request) {
        return request.get("messages").items().stream()
                .flatMap(message -> message.get("content").items().stream())
                .anyMatch(part -> part.get("reasoningContent").isPresent());
    }
}
