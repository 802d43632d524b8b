// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Hash;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts whole text blocks that are new in most of their lines behind those that are not, within one message and in their
 * order. A block that is no plain text, that the application marked, or that leads on to the next is a wall: nothing passes
 * it. The evidence is that of {@link StableLines}, which comes before.
 */
final class StableBlocks implements Step {
    private final Habits habits;

    StableBlocks(Habits habits) {
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
        List<Block> blocks = Scope.of(lens);
        Edits edits = Edits.none();
        int from = 0;
        for (int to = 1; to <= blocks.size(); to++) {
            if (to == blocks.size() || !isNextTo(blocks.get(from), blocks.get(to))) {
                order(blocks.subList(from, to), site, edits);
                from = to;
            }
        }
        return Change.make(edits);
    }

    private static boolean isNextTo(Block one, Block other) {
        return one.level() == other.level() && one.message() == other.message();
    }

    private void order(List<Block> message, Site site, Edits edits) {
        if (message.size() > 1) {
            habits.of(site, message.get(0).level())
                    .filter(Habit::isEvident)
                    .ifPresent(habit -> order(message, habit, edits));
        }
    }

    private void order(List<Block> message, Habit habit, Edits edits) {
        Hash hash = habits.hash();
        List<Text> run = new ArrayList<>();
        boolean led = false;
        for (Block block : message) {
            Optional<Text> text = isPlain(block) ? Optional.of(Text.of(block, hash)) : Optional.empty();
            if (led || text.isEmpty() || !text.get().isWhole()) {
                flush(run, habit, edits);
            } else {
                run.add(text.get());
            }
            led = text.isPresent() && text.get().layout().isOpen();
        }
        flush(run, habit, edits);
    }

    private static boolean isPlain(Block block) {
        return block.movable() && !block.marked() && block.node().is(Node.Kind.OBJECT);
    }

    private static void flush(List<Text> run, Habit habit, Edits edits) {
        List<Node> steady = new ArrayList<>();
        List<Node> varying = new ArrayList<>();
        for (Text text : run) {
            (text.isMostlySteady(habit) ? steady : varying).add(text.block().node());
        }
        steady.addAll(varying);
        edits.and(Permutation.of(run.stream().map(text -> text.block().node()).toList(), steady));
        run.clear();
    }

    @Override
    public String toString() {
        return "stable_prefix: varying blocks behind the others";
    }
}
