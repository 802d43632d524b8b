// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

import dev.parsimony.exchange.Digest;
import java.util.List;

/**
 * A set of tools that a call site offers.
 *
 * @param calls how many calls offered it, in whatever order
 * @param order the order in which the first of them did
 */
record Toolbox(int calls, List<Digest> order) {
    private static final int ENOUGH = 3;
    private static final int BASE_BYTES = 256;
    private static final int TOOL_BYTES = 48;

    Toolbox again() {
        return new Toolbox(Math.min(calls + 1, ENOUGH), order);
    }

    boolean isEvident() {
        return calls >= ENOUGH;
    }

    int weight() {
        return BASE_BYTES + TOOL_BYTES * order.size();
    }
}
