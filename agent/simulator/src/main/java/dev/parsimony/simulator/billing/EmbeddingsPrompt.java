// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Embeddings' reading of a request: each input a text or a list of tokens. */
final class EmbeddingsPrompt {

    private EmbeddingsPrompt() {}

    static Prompt read(JsonNode body, Model model) {
        BlockList blocks = new BlockList(model.factor());
        JsonNode input = body.path("input");
        if (input.isString() || input.path(0).isIntegralNumber()) {
            one(input, blocks);
        } else {
            input.forEach(each -> one(each, blocks));
        }
        return blocks.prompt("embeddings", Prompt.Wish.NONE);
    }

    private static void one(JsonNode input, BlockList blocks) {
        if (input.isString()) {
            blocks.text(input.stringValue(), MissingNode.getInstance(), Mark.NONE);
        } else {
            blocks.whole(input, input.size(), Mark.NONE, false);
        }
    }
}
