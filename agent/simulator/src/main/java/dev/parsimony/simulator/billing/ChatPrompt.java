// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Chat Completions' reading of a request: the settings that break the prefix, the tools, the messages. */
final class ChatPrompt {

    private static final List<String> ROOT = List.of(
            "parallel_tool_calls", "response_format", "reasoning_effort", "verbosity", "service_tier", "modalities");

    private ChatPrompt() {}

    static Prompt read(JsonNode body, Model model) {
        BlockList blocks = new BlockList(model.factor());
        OpenAiParts parts = new OpenAiParts(blocks);
        parts.tools(body.path("tools"));
        parts.tools(body.path("functions"));
        for (JsonNode message : body.path("messages")) {
            parts.message(
                    message.path("role").asString(""),
                    message.path("content"),
                    OpenAiParts.without(message, List.of("role", "content")));
        }
        StringBuilder root = new StringBuilder("chat");
        ROOT.forEach(setting -> root.append(' ').append(body.path(setting)));
        return blocks.prompt(root.toString(), OpenAiParts.wish(body, model));
    }
}
