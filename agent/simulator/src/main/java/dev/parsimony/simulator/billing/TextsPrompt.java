// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A request that is no conversation: the texts in its fields, one after the other. */
final class TextsPrompt {
    /** The system's text, a beginning and an end; what is to be embedded, by Ollama's name and by Cohere's. */
    private static final List<String> FIELDS = List.of("system", "prompt", "suffix", "input", "texts");

    private TextsPrompt() {}

    static Prompt read(JsonNode body, Model model) {
        BlockList blocks = new BlockList(model.factor());
        for (String field : FIELDS) {
            JsonNode value = body.path(field);
            if (value.isString()) {
                text(value, blocks);
            }
            value.forEach(each -> text(each, blocks));
        }
        return blocks.prompt("texts", Prompt.Wish.NONE);
    }

    private static void text(JsonNode text, BlockList blocks) {
        blocks.text(text.asString(""), MissingNode.getInstance(), Mark.NONE);
    }
}
