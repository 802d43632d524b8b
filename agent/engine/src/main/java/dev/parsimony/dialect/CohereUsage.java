// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Usage;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Cohere's token counts. It tells two: those it bills, and all that the model read and wrote, its own framing of the prompt
 * included. The billed ones count.
 */
final class CohereUsage {
    private CohereUsage() {}

    /**
     * Reads the billed counts.
     *
     * @param holder what has them as a member
     * @return null if there are none, or if images are among them, which cost another price
     */
    static @Nullable Usage of(Node holder) {
        Node billed = holder.get("billed_units");
        OptionalLong input = billed.get("input_tokens").asLong();
        OptionalLong output = billed.get("output_tokens").asLong();
        boolean none = input.isEmpty() && output.isEmpty();
        return none || isAbove0(billed.get("images")) || isAbove0(billed.get("image_tokens"))
                ? null
                : Usage.text(Math.max(0, input.orElse(0)), 0, 0, 0, Math.max(0, output.orElse(0)), 0);
    }

    private static boolean isAbove0(Node count) {
        return count.asLong().orElse(0) > 0;
    }
}
