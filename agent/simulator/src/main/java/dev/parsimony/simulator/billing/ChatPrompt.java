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
        return read(body, model, List.of(OpenAiParts.BREAKPOINT));
    }

    /**
     * OpenRouter's reading: marks of Anthropic's kind and breakpoints of OpenAI's are made into one another, and an automatic
     * mark stands behind the last block. Source: OpenRouter's guide to prompt caching, August 2026.
     */
    static Prompt relayed(JsonNode body, Model model) {
        return read(body, model, List.of(OpenAiParts.BREAKPOINT, OpenAiParts.MARK));
    }

    private static Prompt read(JsonNode body, Model model, List<String> marks) {
        BlockList blocks = new BlockList(model.factor());
        OpenAiParts parts = new OpenAiParts(blocks, marks);
        parts.tools(body.path("tools"));
        parts.tools(body.path("functions"));
        boolean claude = model.caching() == Caching.MARKS;
        for (JsonNode message : body.path("messages")) {
            if (claude && !isSystem(message)) {
                blocks.setting("tool_choice", body.path("tool_choice")); // what Anthropic forgets messages for
            }
            parts.message(
                    message.path("role").asString(""),
                    message.path("content"),
                    OpenAiParts.without(message, List.of("role", "content")));
        }
        if (claude && marks.contains(OpenAiParts.MARK)) {
            blocks.markLast(OpenAiParts.life(body.path(OpenAiParts.MARK)));
        }
        StringBuilder root = new StringBuilder("chat");
        ROOT.forEach(setting -> root.append(' ').append(body.path(setting)));
        return blocks.prompt(root.toString(), OpenAiParts.wish(body, model));
    }

    private static boolean isSystem(JsonNode message) {
        String role = message.path("role").asString("");
        return role.equals("system") || role.equals("developer");
    }
}
