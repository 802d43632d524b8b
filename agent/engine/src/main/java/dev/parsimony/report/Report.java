// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.report;

import dev.parsimony.advice.Advice;
import dev.parsimony.ledger.Entry;
import dev.parsimony.ledger.Gap;
import dev.parsimony.ledger.LedgerLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What calls came to, whether they are those of a process or those in its ledgers. Every call is in each breakdown once, so
 * that its rows sum to the whole. Not for use by two threads at once.
 */
public final class Report {
    private static final int DEAREST = 5;
    private static final int CLOSED = 1_000;

    /** The calls of one request come within minutes, so that few need to be open. */
    private static final int MOST_REQUESTS = 4_000;

    private final Figures all = new Figures();
    private final Map<Dimension, Rows> rows = new EnumMap<>(Dimension.class);
    private final Repeats repeats = new Repeats();
    private final Prospects prospects;
    private long missing;
    private @Nullable Instant first;
    private @Nullable Instant last;

    /**
     * A call site, and what it needs.
     *
     * @param row the call site's calls
     * @param advice what would make them cheaper, the greatest saving first
     * @param needs what else would make them cheaper or better, by their figures alone; empty if nothing stands out
     */
    public record Dear(Row row, List<Advice> advice, List<String> needs) {}

    /**
     * Reports nothing yet.
     *
     * @param dimensions by what calls are told apart; by call site always
     * @param mostRows how many rows each breakdown may have open
     */
    public Report(Set<Dimension> dimensions, int mostRows) {
        this(dimensions, mostRows, Swaps.none());
    }

    /**
     * Reports nothing yet.
     *
     * @param dimensions by what calls are told apart; by call site always
     * @param mostRows how many rows each breakdown may have open, and of how many call sites advice is given
     * @param swaps what calls would have cost less at cheaper models
     */
    public Report(Set<Dimension> dimensions, int mostRows, Swaps swaps) {
        prospects = new Prospects(mostRows, swaps);
        dimensions.forEach(dimension -> rows.put(dimension, new Rows(dimension, most(dimension, mostRows), CLOSED)));
        rows.computeIfAbsent(Dimension.CALL_SITE, site -> new Rows(site, mostRows, CLOSED));
    }

    private static int most(Dimension dimension, int mostRows) {
        return dimension == Dimension.REQUEST ? Math.min(mostRows, MOST_REQUESTS) : mostRows;
    }

    /** Adds what a line of a ledger says. */
    public void add(Entry entry) {
        if (entry instanceof LedgerLine call) {
            add(call);
        } else if (entry instanceof Gap gap) {
            missing += gap.dropped();
        }
    }

    private void add(LedgerLine call) {
        boolean repeats = this.repeats.note(call.fingerprint()) && !call.isLocal();
        enter(all, call, repeats);
        rows.values().forEach(breakdown -> enter(breakdown.of(call), call, repeats));
        first = first == null || call.at().isBefore(first) ? call.at() : first;
        prospects.add(call);
        last = last == null || call.at().isAfter(last) ? call.at() : last;
    }

    private static void enter(Figures figures, LedgerLine call, boolean repeats) {
        figures.add(call);
        if (repeats) {
            figures.repeated(call);
        }
    }

    /** All calls. */
    public Figures all() {
        return all;
    }

    /** By what calls are told apart. */
    public Set<Dimension> dimensions() {
        return Collections.unmodifiableSet(rows.keySet());
    }

    /**
     * The rows of a breakdown: days in their order, all else by cost, dearest first, and what has no row of its own last.
     *
     * @param dimension one of {@link #dimensions}
     */
    public List<Row> by(Dimension dimension) {
        return Optional.ofNullable(rows.get(dimension)).map(Rows::all).orElse(List.of());
    }

    /** How many rows of a breakdown are in its row of others. */
    public long cut(Dimension dimension) {
        return Optional.ofNullable(rows.get(dimension)).map(Rows::cut).orElse(0L);
    }

    /** The five dearest call sites and what each would need. */
    public List<Dear> dearest() {
        List<Advice> all = advice();
        return by(Dimension.CALL_SITE).stream()
                .filter(row -> row.figures().usd().signum() > 0 && !row.name().equals(Rows.OTHER))
                .limit(DEAREST)
                .map(row -> dear(row, all))
                .toList();
    }

    private Dear dear(Row row, List<Advice> all) {
        List<Advice> advice =
                all.stream().filter(one -> one.site().equals(row.name())).toList();
        Set<String> levers = advice.stream().map(Advice::lever).collect(Collectors.toCollection(HashSet::new));
        if (unseen() == 0) {
            levers.add("stable_prefix"); // every prefix was looked at: there is no need to guess
        }
        return new Dear(row, advice, Needs.of(row.figures(), levers));
    }

    /** What could be saved, the greatest saving first; each piece of advice by itself. */
    public List<Advice> advice() {
        return prospects.advice();
    }

    /** From how long a time that is known: from the begin of the first call that was sent and priced to the end of the last. */
    public Duration advisedBy() {
        return prospects.time();
    }

    /** How many calls were sent and priced of which no line says what would have made them cheaper. */
    public long unseen() {
        return prospects.unseen();
    }

    /** How many calls were made that no ledger holds. */
    public long missing() {
        return missing;
    }

    /** When the first call began; empty if there was none. */
    public Optional<Instant> first() {
        return Optional.ofNullable(first);
    }

    /** When the last call began; empty if there was none. */
    public Optional<Instant> last() {
        return Optional.ofNullable(last);
    }
}
