// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A text block, line by line.
 *
 * @param block the block
 * @param layout its lines
 * @param digests the digest of each line
 */
record Text(Block block, Layout layout, List<Digest> digests) {
    /** Reads a block that has a text. */
    static Text of(Block block, Hash hash) {
        Layout layout = Layout.of(block.text());
        List<Digest> digests = new ArrayList<>(layout.lines().size());
        for (Line line : layout.lines()) {
            digests.add(hash.bytes(line.bytes(), line.from(), line.end()).digest());
        }
        return new Text(block, layout, digests);
    }

    boolean isSteady(int line, Habit habit) {
        return habit.has(digests.get(line)) || layout.lines().get(line).isBlank();
    }

    boolean isSteady(Layout.Piece piece, Habit habit) {
        for (int i = piece.from(); i < piece.to(); i++) {
            if (!isSteady(i, habit)) {
                return false;
            }
        }
        return true;
    }

    /** Whether at least half of the text stands in lines that every call had. */
    boolean isMostlySteady(Habit habit) {
        long steady = 0;
        long all = 0;
        for (int i = 0; i < digests.size(); i++) {
            int length = layout.lines().get(i).length();
            all += length;
            steady += habit.has(digests.get(i)) ? length : 0;
        }
        return steady * 2 >= all;
    }

    /** Whether it begins what it ends and ends what it begins. */
    boolean isWhole() {
        return !layout.isOpen() && !layout.isTorn();
    }

    /** Adds the digests of the lines that say something. */
    void addTo(Set<Digest> lines) {
        for (int i = 0; i < digests.size(); i++) {
            if (!layout.lines().get(i).isBlank()) {
                lines.add(digests.get(i));
            }
        }
    }
}
