// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Block.Level;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a prompt that may be put in order: the system text and the user's first message. What comes later differs from
 * conversation to conversation, and within one conversation it is sent again as it was.
 */
final class Scope {
    private static final String USER = "user";

    private Scope() {}

    /** Whether a plan asks for it. */
    static boolean asked(Plan plan) {
        return plan.stablePrefix().map(Plan.Choice::value).orElse(false);
    }

    /** Its blocks, movable or not, in order. */
    static List<Block> of(Lens lens) {
        List<Block> blocks = new ArrayList<>();
        int first = -1;
        for (Block block : lens.blocks()) {
            boolean user = block.level() == Level.MESSAGES && block.role().equals(USER);
            first = user && first < 0 ? block.message() : first;
            if (block.level() == Level.SYSTEM || user && block.message() == first) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    /** Its blocks whose text may be moved. */
    static List<Block> movable(Lens lens) {
        return of(lens).stream().filter(Block::movable).toList();
    }
}
