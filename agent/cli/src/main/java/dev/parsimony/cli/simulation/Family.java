// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import dev.parsimony.simulator.billing.Mark;
import dev.parsimony.simulator.billing.Model;
import dev.parsimony.simulator.billing.Outline;
import dev.parsimony.simulator.billing.Prompt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls whose prompts share a beginning at one cache, none of them further from the one before than anything is kept: what is
 * done with them is of no matter to any other call.
 */
final class Family {
    private static final Duration LONGEST = Duration.ofHours(1).plus(Pace.BEGINS);

    private final List<Turn> turns = new ArrayList<>();
    private final Map<String, Stem> stems = new HashMap<>();
    private double bound;
    private boolean counted;

    /** Whether a call made now may find what these have left. */
    boolean reaches(Instant now) {
        return turns.isEmpty() || !now.isAfter(turns.get(turns.size() - 1).at().plus(LONGEST));
    }

    /**
     * Adds a call.
     *
     * @param at when it was made, not before those added already
     * @param model whom it asks
     * @param prompt its prompt, with a mark wherever one may stand
     * @param outline the prompt's prefixes
     * @param rates what its tokens cost
     */
    void add(Instant at, Model model, Prompt prompt, Outline outline, Rates rates) {
        List<Turn.End> ends = new ArrayList<>();
        @Nullable Stem parent = null;
        int before = 0;
        for (int block = 0; block < prompt.blocks().size(); block++) {
            int tokens = outline.tokens(block);
            Stem stem = tokens < model.minimumPrefix() ? null : stem(outline.key(block), parent);
            if (stem != null) {
                stem.visit(turns.size(), new Visit(at, tokens - before, rates));
                parent = stem;
                before = tokens;
            }
            boolean markable = prompt.blocks().get(block).mark() != Mark.NONE;
            ends.add(new Turn.End(
                    stem, tokens, markable, prompt.blocks().get(block).boundary()));
        }
        turns.add(new Turn(at, rates, model.caching(), ends, prompt.tokens()));
        bound += rates.plain() * (prompt.tokens() - before);
    }

    private Stem stem(String key, @Nullable Stem parent) {
        return stems.computeIfAbsent(key, fresh -> new Stem(stems.size(), parent));
    }

    List<Turn> turns() {
        return turns;
    }

    /** What its input costs at the least, in USD, if the stems did not have to agree. */
    double bound() {
        if (!counted) {
            stems.values().forEach(stem -> bound += stem.life().cheapest());
            counted = true;
        }
        return bound;
    }

    /** The same of the calls from one on, for one who finds nothing held, for each of them and one behind the last. */
    double[] boundsAhead() {
        double[] ahead = new double[turns.size() + 1];
        for (int turn = turns.size() - 1; turn >= 0; turn--) {
            ahead[turn] = ahead[turn + 1];
            int counted = 0;
            for (Turn.End end : turns.get(turn).ends()) {
                Stem stem = end.stem();
                if (stem != null) {
                    int visit = stem.visitFrom(turn);
                    ahead[turn] +=
                            stem.life().ahead(visit, Life.NOTHING) - stem.life().ahead(visit + 1, Life.NOTHING);
                    counted = end.tokens();
                }
            }
            ahead[turn] += turns.get(turn).rates().plain() * (turns.get(turn).tokens() - counted);
        }
        return ahead;
    }

    @Override
    public String toString() {
        return turns.size() + " calls, " + stems.size() + " prefixes";
    }
}
