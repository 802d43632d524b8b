// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Node;
import java.util.Arrays;
import java.util.List;

/** Items of an array in another order: each place takes another item's bytes as they stand. */
final class Permutation {
    private Permutation() {}

    /**
     * The splices.
     *
     * @param places items of one array, as they stand
     * @param order the same items in the order wanted
     */
    static Edits of(List<Node> places, List<Node> order) {
        Edits edits = Edits.none();
        for (int i = 0; i < places.size(); i++) {
            Node place = places.get(i);
            Node item = order.get(i);
            if (place.start() != item.start()) {
                edits.replace(place, Arrays.copyOfRange(item.json().bytes(), item.start(), item.end()));
            }
        }
        return edits;
    }
}
