// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import dev.parsimony.simulator.billing.Caching;
import dev.parsimony.simulator.billing.Call;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What tools that look at no evidence do: they mark the same places of every request, for the short life. A request that
 * carries marks already is left alone, and so is a model that knows no marks.
 */
enum Rival {
    /** The first block: of the system text, or of the first message where there is none. */
    FIRST_BLOCK {
        @Override
        List<Spot> choose(List<Spot> spots) {
            return spots.stream()
                    .filter(spot -> spot.level() != Spot.Level.TOOL)
                    .limit(1)
                    .toList();
        }
    },
    /** The last block of the system text. */
    LAST_SYSTEM_BLOCK {
        @Override
        List<Spot> choose(List<Spot> spots) {
            return last(spots, Spot.Level.SYSTEM);
        }
    },
    /** The last tool and the last block of the system text. */
    TOOLS_AND_SYSTEM {
        @Override
        List<Spot> choose(List<Spot> spots) {
            return Stream.concat(last(spots, Spot.Level.TOOL).stream(), last(spots, Spot.Level.SYSTEM).stream())
                    .toList();
        }
    },
    /** The last block of the system text and the last one of the conversation. */
    SYSTEM_AND_CONVERSATION {
        @Override
        List<Spot> choose(List<Spot> spots) {
            return Stream.concat(last(spots, Spot.Level.SYSTEM).stream(), last(spots, Spot.Level.MESSAGE).stream())
                    .toList();
        }
    },
    /** The four biggest blocks. */
    FOUR_BIGGEST_BLOCKS {
        @Override
        List<Spot> choose(List<Spot> spots) {
            Set<Spot> biggest = new LinkedHashSet<>(spots.stream()
                    .sorted(Comparator.comparingInt(Spot::size).reversed())
                    .limit(MOST)
                    .toList());
            return spots.stream().filter(biggest::contains).toList();
        }
    };

    private static final int MOST = 4;

    /** Which places it would mark. */
    abstract List<Spot> choose(List<Spot> spots);

    /** The request with its marks. */
    Call mark(Call call) {
        Caching caching = call.model().caching();
        String text = call.body().toString();
        boolean marks = caching == Caching.MARKS || caching == Caching.BREAKPOINTS;
        if (!marks || text.contains("\"cache_control\"") || text.contains("\"prompt_cache_breakpoint\"")) {
            return call;
        }
        JsonNode body = call.body().deepCopy();
        choose(Spot.of(body, caching)).forEach(Spot::mark);
        return new Call(call.api(), call.model(), call.credential(), body);
    }

    private static List<Spot> last(List<Spot> spots, Spot.Level level) {
        List<Spot> found = new ArrayList<>(
                spots.stream().filter(spot -> spot.level() == level).toList());
        return found.isEmpty() ? List.of() : List.of(found.get(found.size() - 1));
    }

    /** Its name in tables and JSON: {@code first_block}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
