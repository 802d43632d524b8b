// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.report;

import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Operation;
import dev.parsimony.exchange.Recall;
import dev.parsimony.exchange.Usage;
import dev.parsimony.ledger.LedgerLine;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What some calls came to. Money is exact; what has no price is counted apart and is in no sum. */
public final class Figures {
    private long calls;
    private long failed;
    private long truncated;
    private long disputed;
    private long repeats;
    private BigDecimal usd = BigDecimal.ZERO;
    private BigDecimal disputedUsd = BigDecimal.ZERO;
    private BigDecimal repeatedUsd = BigDecimal.ZERO;
    private Tokens tokens = Tokens.NONE;
    private Tokens prompts = Tokens.NONE;
    private long prompted;
    private long uncounted;
    private long estimatedInput;
    private long estimatedOutput;
    private final SortedMap<String, Long> unknown = new TreeMap<>();
    private final Map<Recall, Long> recalls = new EnumMap<>(Recall.class);
    private final Savings savings = new Savings();
    private final Histogram latency = new Histogram();
    private final Histogram output = new Histogram();

    Figures() {}

    /** Adds a call. */
    void add(LedgerLine line) {
        calls++;
        recalls.merge(line.course().recall(), 1L, Long::sum);
        cost(line.cost());
        line.savings().forEach(savings::add);
        if (!line.isLocal()) {
            sent(line);
        }
    }

    /** Times and tokens are those of calls that went out: a stored answer's are another call's. */
    private void sent(LedgerLine line) {
        Usage usage = line.usage();
        if (usage == null) {
            uncounted++;
            estimatedInput += Math.max(0, line.estimated());
            estimatedOutput += Math.max(0, line.estimatedOutput());
        } else {
            counted(line.target().operation(), usage);
        }
        truncated += line.course().truncated() ? 1 : 0;
        if (!line.course().error().isEmpty()) {
            failed++;
        } else if (line.course().micros() >= 0) {
            latency.add(line.course().micros());
        }
    }

    /** Embeddings have no prompt that a provider's cache could hold. */
    private void counted(String operation, Usage usage) {
        Tokens used = Tokens.of(usage);
        tokens = tokens.and(used);
        output.add(used.output());
        if (!operation.equals(Operation.EMBEDDINGS.toString())) {
            prompts = prompts.and(used);
            prompted++;
        }
    }

    private void cost(Cost cost) {
        if (cost instanceof Cost.Known known) {
            usd = usd.add(known.usd());
            if (known.disputed()) {
                disputed++;
                disputedUsd = disputedUsd.add(known.usd());
            }
        } else if (cost instanceof Cost.Unknown why) {
            unknown.merge(why.reason(), 1L, Long::sum);
        }
    }

    /** Notes that a call that was added repeats an earlier one. */
    void repeated(LedgerLine line) {
        repeats++;
        if (line.cost() instanceof Cost.Known known) {
            repeatedUsd = repeatedUsd.add(known.usd());
        }
    }

    /** Adds what other calls came to. */
    void add(Figures more) {
        calls += more.calls;
        failed += more.failed;
        truncated += more.truncated;
        disputed += more.disputed;
        repeats += more.repeats;
        usd = usd.add(more.usd);
        disputedUsd = disputedUsd.add(more.disputedUsd);
        repeatedUsd = repeatedUsd.add(more.repeatedUsd);
        tokens = tokens.and(more.tokens);
        prompts = prompts.and(more.prompts);
        prompted += more.prompted;
        uncounted += more.uncounted;
        estimatedInput += more.estimatedInput;
        estimatedOutput += more.estimatedOutput;
        more.unknown.forEach((reason, count) -> unknown.merge(reason, count, Long::sum));
        more.recalls.forEach((recall, count) -> recalls.merge(recall, count, Long::sum));
        savings.add(more.savings);
        latency.add(more.latency);
        output.add(more.output);
    }

    /** How many calls there were. */
    public long calls() {
        return calls;
    }

    /** How many of them were answered by us. */
    public long local() {
        return recall(Recall.HIT) + recall(Recall.JOINED);
    }

    /** How many of them looked for a stored answer with this outcome. */
    public long recall(Recall outcome) {
        return recalls.getOrDefault(outcome, 0L);
    }

    /** How many of those that went out failed. */
    public long failed() {
        return failed;
    }

    /** How many answers were cut off by a cap or by the context's end. */
    public long truncated() {
        return truncated;
    }

    /** What the calls cost that have a price, in USD. */
    public BigDecimal usd() {
        return usd;
    }

    /** How many calls have no price, by the reason. */
    public SortedMap<String, Long> unknown() {
        return Collections.unmodifiableSortedMap(unknown);
    }

    /** How many calls have a price. */
    public long priced() {
        return calls - unknown.values().stream().mapToLong(n -> n).sum();
    }

    /** How many calls have a price that sources disagree about. */
    public long disputed() {
        return disputed;
    }

    /** What those cost, in USD; part of {@link #usd}. */
    public BigDecimal disputedUsd() {
        return disputedUsd;
    }

    /** How many calls repeated an earlier one and went out all the same, where ledgers tell. */
    public long repeats() {
        return repeats;
    }

    /** What those cost, in USD. */
    public BigDecimal repeatedUsd() {
        return repeatedUsd;
    }

    /** Tokens that the providers counted. */
    public Tokens tokens() {
        return tokens;
    }

    /** Those of prompts: all but embeddings'. */
    Tokens prompts() {
        return prompts;
    }

    /** How many prompts those are of. */
    long prompted() {
        return prompted;
    }

    /** How many calls went out whose tokens no provider told; they are in no count of tokens. */
    public long uncounted() {
        return uncounted;
    }

    /** Whether the tokens of no call that went out are known, so that they are not to be shown as 0. */
    public boolean tellsNoTokens() {
        return uncounted > 0 && output.count() == 0;
    }

    /** Our estimate of the input tokens of calls without a count, of those that have one. */
    public long estimatedInput() {
        return estimatedInput;
    }

    /** Our estimate of their output tokens. */
    public long estimatedOutput() {
        return estimatedOutput;
    }

    /** What levers saved. */
    public Savings savings() {
        return savings;
    }

    /** Microseconds of calls that went out and were answered. */
    public Histogram latency() {
        return latency;
    }

    /** Output tokens of calls that went out. */
    public Histogram output() {
        return output;
    }
}
