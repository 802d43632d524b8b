// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Block.Level;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Hash;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Plan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Puts tools in the order in which the call site first offered the very same set, once two earlier calls offered it. Some
 * applications keep their tools in a hash map, and a prompt that begins differently each time is never cached.
 */
final class StableTools implements Step {
    private static final int MOST = 512;

    private final Habits habits;

    StableTools(Habits habits) {
        this.habits = habits;
    }

    @Override
    public String name() {
        return "stable_prefix";
    }

    @Override
    public Change change(Lens lens, Plan plan, Site site) {
        if (!Scope.asked(plan)) {
            return Step.nothing();
        }
        List<Block> tools = lens.blocks().stream()
                .filter(block -> block.level() == Level.TOOLS)
                .toList();
        boolean fixed =
                tools.size() < 2 || tools.size() > MOST || tools.stream().anyMatch(Block::marked);
        return fixed ? Step.nothing() : order(tools.stream().map(Block::node).toList(), site);
    }

    private Change order(List<Node> tools, Site site) {
        Hash hash = habits.hash();
        List<Digest> digests =
                tools.stream().map(tool -> hash.json(tool, List.of()).digest()).toList();
        if (new HashSet<>(digests).size() < tools.size()) {
            return Step.nothing(); // two alike: the provider will refuse them, in its own words
        }
        Toolbox toolbox = habits.note(site, digests);
        return toolbox.isEvident()
                ? Change.make(Permutation.of(tools, order(tools, digests, toolbox)))
                : Step.nothing();
    }

    private static List<Node> order(List<Node> tools, List<Digest> digests, Toolbox toolbox) {
        Map<Digest, Node> byDigest = new HashMap<>();
        for (int i = 0; i < tools.size(); i++) {
            byDigest.put(digests.get(i), tools.get(i));
        }
        return toolbox.order().stream().map(byDigest::get).toList();
    }

    @Override
    public String toString() {
        return "stable_prefix: tools in one order";
    }
}
