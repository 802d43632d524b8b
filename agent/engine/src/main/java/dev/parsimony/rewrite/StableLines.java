// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Block.Level;
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
 * new; which lines may move at all is {@link Layout}'s to say. The system text and the user's first message are judged apart:
 * the one is likely to be a constant of the program, the other is not.
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
        Edits edits = Edits.none();
        boolean tooLong = false;
        for (Level level : List.of(Level.SYSTEM, Level.MESSAGES)) {
            List<Block> part =
                    blocks.stream().filter(block -> block.level() == level).toList();
            boolean fits =
                    part.stream().mapToLong(block -> block.text().length()).sum() <= LONGEST;
            tooLong |= !fits;
            order(lens, fits ? part : List.of(), site, edits);
        }
        return tooLong && edits.isEmpty() ? Change.refuse("too_long") : Change.make(edits);
    }

    private void order(Lens lens, List<Block> blocks, Site site, Edits edits) {
        Hash hash = habits.hash();
        List<Text> texts = blocks.stream().map(block -> Text.of(block, hash)).toList();
        Set<Digest> lines = lines(texts);
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            return;
        }
        Habit habit = habits.note(site, texts.get(0).block().level(), lines);
        for (Text text : habit.isEvident() ? texts : List.<Text>of()) {
            Order.of(text, habit).ifPresent(order -> add(lens.withText(text.block(), order.parts()), edits));
        }
    }

    private static void add(Change change, Edits edits) {
        if (change instanceof Change.Make make) {
            edits.and(make.edits());
        }
    }

    private static Set<Digest> lines(List<Text> texts) {
        Set<Digest> lines = new HashSet<>();
        texts.forEach(text -> text.addTo(lines));
        return lines;
    }

    @Override
    public String toString() {
        return "stable_prefix: varying lines behind the others";
    }
}
