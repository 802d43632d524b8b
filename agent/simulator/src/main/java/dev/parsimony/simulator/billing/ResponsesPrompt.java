// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Responses' reading of a request: the settings that break the prefix, the tools, the instructions, the items of the input. */
final class ResponsesPrompt {

    private static final List<String> ROOT =
            List.of("parallel_tool_calls", "text", "reasoning", "context_management", "service_tier");

    private ResponsesPrompt() {}

    static Prompt read(JsonNode body, Model model) {
        BlockList blocks = new BlockList(model.factor());
        OpenAiParts parts = new OpenAiParts(blocks, List.of(OpenAiParts.BREAKPOINT));
        parts.tools(body.path("tools"));
        if (body.path("instructions").isString()) {
            parts.message("developer", body.path("instructions"), MissingNode.getInstance());
        }
        if (body.path("input").isString()) {
            parts.message("user", body.path("input"), MissingNode.getInstance());
        }
        for (JsonNode item : body.path("input").isArray() ? body.path("input") : MissingNode.getInstance()) {
            item(item, blocks, parts);
        }
        StringBuilder root = new StringBuilder("responses");
        ROOT.forEach(setting -> root.append(' ').append(body.path(setting)));
        return blocks.prompt(root.toString(), OpenAiParts.wish(body, model));
    }

    private static void item(JsonNode item, BlockList blocks, OpenAiParts parts) {
        if (item.has("role")) {
            parts.message(item.path("role").asString(""), item.path("content"), MissingNode.getInstance());
            return;
        }
        blocks.open("item").whole(item, Mark.NONE);
        blocks.boundAfter(blocks.size() - 1, item.path("type").asString("").endsWith("_output"));
    }
}
