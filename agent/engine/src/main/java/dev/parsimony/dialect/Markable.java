// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Block.Level;
import dev.parsimony.exchange.Node;

/** Where an API lets a mark for its prompt cache stand. */
@FunctionalInterface
interface Markable {
    /**
     * Whether a mark may stand on a value.
     *
     * @param level of which level it is
     * @param role who speaks, in the API's word; empty for a tool
     * @param node the value
     */
    boolean test(Level level, String role, Node node);

    /** An API without marks. */
    static Markable nothing() {
        return (level, role, node) -> false;
    }
}
