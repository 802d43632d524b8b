// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Hash;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Plan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts the lines of a text that change from call to call (a clock, an id) behind those that every call of the site had, in
 * their order and within their own block. Nothing moves before two earlier calls gave evidence, nor in a text that is mostly
 * new; which lines may move at all is {@link Layout}'s to say.
 */
final class StableLines implements Step {
    private static final long LONGEST = 1 << 18; // bytes; a longer text is not worth the time
    private static final int MOST_LINES = 4096;

    private final Habits habits;

    StableLines(Habits habits) {
        this.habits = habits;
    }

    @Override
    public String name() {
        return "stable_prefix";
    }

    @Override
    public Change change(Lens lens, Plan plan, Site site) {
        List<Block> blocks = Scope.asked(plan) ? Scope.movable(lens) : List.of();
        if (blocks.isEmpty()
                || blocks.stream().mapToLong(block -> block.text().length()).sum() > LONGEST) {
            return blocks.isEmpty() ? Step.nothing() : Change.refuse("too_long");
        }
        Hash hash = habits.hash();
        List<Text> texts = blocks.stream().map(block -> Text.of(block, hash)).toList();
        Set<Digest> lines = lines(texts);
        return lines.size() > MOST_LINES ? Change.refuse("too_long") : order(lens, texts, habits.note(site, lines));
    }

    private static Set<Digest> lines(List<Text> texts) {
        Set<Digest> lines = new HashSet<>();
        texts.forEach(text -> text.addTo(lines));
        return lines;
    }

    private static Change order(Lens lens, List<Text> texts, Habit habit) {
        Edits edits = Edits.none();
        for (Text text : habit.isEvident() ? texts : List.<Text>of()) {
            Change change = Order.of(text, habit)
                    .map(order -> lens.withText(text.block(), order.parts()))
                    .orElseGet(Step::nothing);
            if (change instanceof Change.Make make) {
                edits.and(make.edits());
            }
        }
        return Change.make(edits);
    }

    @Override
    public String toString() {
        return "stable_prefix: varying lines behind the others";
    }
}
