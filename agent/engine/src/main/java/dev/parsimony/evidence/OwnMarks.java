// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;

/**
 * The application's own marks on a request. What they cover is written and read without us; what we mark behind them is ours.
 *
 * @param count how many there are
 * @param furthest where the last one stands; -1 for nowhere
 * @param last the same if the prefix it ends is long enough to be kept; else -1: such a mark is of no effect
 * @param placed whether all of them were found on blocks
 */
record OwnMarks(int count, int furthest, int last, boolean placed) {
    /**
     * The marks of a request.
     *
     * @param lens the request
     * @param prompt its prompt
     * @param measure how long its prefixes are
     */
    static OwnMarks of(Lens lens, Prompt prompt, Measure measure) {
        long count =
                lens.marksBesideTheAnswer().stream().filter(Node::isPresent).count();
        int found = 0;
        int furthest = -1;
        for (Prefix prefix : prompt.prefixes()) {
            found += prefix.last().marked() ? 1 : 0;
            furthest = prefix.last().marked() ? prefix.index() : furthest;
        }
        int last = furthest >= 0 && isKept(furthest, prompt, measure) ? furthest : -1;
        return new OwnMarks((int) count, furthest, last, found >= count);
    }

    private static boolean isKept(int index, Prompt prompt, Measure measure) {
        boolean enough = measure.isEnough(prompt.prefixes().get(index), prompt.rules());
        return prompt.sighting(index).tokens().orElse(enough ? 1 : 0) > 0;
    }

    /** How much of the prompt they cover. */
    Covered covered(Prompt prompt) {
        if (furthest < 0) {
            return count == 0 ? Covered.NOTHING : new Covered(null, 0, 0, false);
        }
        double all = prompt.prefixes().get(prompt.prefixes().size() - 1).bytes();
        double share = prompt.prefixes().get(furthest).bytes() / Math.max(1, all);
        boolean furtherHeld = placed && prompt.held() > furthest;
        return Covered.about(prompt.sighting(furthest), share, last >= 0, furtherHeld);
    }
}
