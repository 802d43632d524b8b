// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node;

/** Reads a user's own table of prices: in the format of ours, or LiteLLM's public price map as it is. */
public final class PriceFile {
    private PriceFile() {}

    /**
     * Reads a table, whole or not at all.
     *
     * @param file its name, for errors
     * @param json its content
     * @throws Misprint if it is neither, or holds a figure that cannot be
     */
    public static TariffTable read(String file, byte[] json) {
        Node root = Json.read(json)
                .orElseThrow(() -> Misprint.of(file, "is neither JSON nor YAML that can be read"))
                .root();
        if (root.get("models").is(Node.Kind.ARRAY)) {
            return TariffReader.read(file, json);
        }
        if (LiteLlmReader.wrote(root)) {
            return new LiteLlmReader(file).read(root);
        }
        throw Misprint.of(
                file,
                "is no table of prices. List them under `models`, or give LiteLLM's model_prices_and_context_window.json");
    }
}
