// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

import java.util.List;

/** The steps of a rewrite. */
public final class Rewriting {
    private Rewriting() {}

    /**
     * The steps in their order: the model first, since the cap's field depends on it; what moves text last, so that it works
     * on the text as it is sent. The request is read anew after each step that changed it.
     *
     * @param habits what call sites were seen to send
     */
    public static List<Step> steps(Habits habits) {
        return List.of(
                new Route(),
                new Cap(),
                new StreamUsage(),
                new StableTools(habits),
                new StableLines(habits),
                new StableBlocks(habits));
    }
}
