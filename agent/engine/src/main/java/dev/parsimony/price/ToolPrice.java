// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a provider charges for running a tool of its own, beside the tokens.
 *
 * @param tool its name, {@code web_search}
 * @param perThousand USD per 1000 runs, 0 or more
 * @param models beginnings of the names of models it holds for; empty for all
 * @param dispute why the figure is to be shown as of low confidence; empty if it is not
 */
public record ToolPrice(String tool, BigDecimal perThousand, List<String> models, String dispute) {
    /** Keeps a copy. */
    public ToolPrice {
        models = List.copyOf(models);
    }

    /** Whether the price holds for a model. */
    boolean holdsFor(String model) {
        return models.isEmpty() || models.stream().anyMatch(model::startsWith);
    }

    /** Whether both are prices of one tool. */
    boolean isOfTheSameTool(ToolPrice other) {
        return tool.equals(other.tool);
    }

    @Override
    public String toString() {
        return tool.replace('_', ' ') + " " + Money.plain(perThousand) + " / 1,000";
    }
}
