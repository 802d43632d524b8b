// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.report;

import dev.parsimony.exchange.Saving;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What levers saved, and what they cost more than they saved, the measured apart from the estimated. */
public final class Savings {
    private static final Amount NOTHING = new Amount(BigDecimal.ZERO, BigDecimal.ZERO);

    private final SortedMap<Lever, Amount> amounts = new TreeMap<>();

    /**
     * What saves.
     *
     * @param name {@code prompt_cache}, {@code response_cache}, {@code model}, ...
     * @param estimated whether what it saves rests on an estimate
     */
    public record Lever(String name, boolean estimated) implements Comparable<Lever> {
        @Override
        public int compareTo(Lever other) {
            int byName = name.compareTo(other.name);
            return byName == 0 ? Boolean.compare(estimated, other.estimated) : byName;
        }

        @Override
        public String toString() {
            return estimated ? name + " (estimated)" : name;
        }
    }

    /**
     * What a lever came to, in USD, exact.
     *
     * @param saved by the calls where it saved, 0 or more
     * @param overspent by those where it cost more, 0 or more
     */
    public record Amount(BigDecimal saved, BigDecimal overspent) {
        Amount and(Amount more) {
            return new Amount(saved.add(more.saved), overspent.add(more.overspent));
        }

        /** What was saved less what was overspent. */
        public BigDecimal net() {
            return saved.subtract(overspent);
        }
    }

    Savings() {}

    /** What these came to. */
    public static Savings of(List<Saving> each) {
        Savings savings = new Savings();
        each.forEach(savings::add);
        return savings;
    }

    /** These and others together, both left as they are. */
    public Savings and(Savings more) {
        Savings sum = new Savings();
        sum.add(this);
        sum.add(more);
        return sum;
    }

    void add(Saving saving) {
        BigDecimal usd = saving.usd();
        Amount amount = usd.signum() < 0 ? new Amount(BigDecimal.ZERO, usd.negate()) : new Amount(usd, BigDecimal.ZERO);
        amounts.merge(new Lever(saving.lever(), saving.estimated()), amount, Amount::and);
    }

    void add(Savings other) {
        other.amounts.forEach((lever, amount) -> amounts.merge(lever, amount, Amount::and));
    }

    /** Each lever's amounts, by its name. */
    public SortedMap<Lever, Amount> byLever() {
        return Collections.unmodifiableSortedMap(amounts);
    }

    /** What all levers of one kind came to. */
    public Amount all(boolean estimated) {
        return amounts.entrySet().stream()
                .filter(entry -> entry.getKey().estimated() == estimated)
                .map(Map.Entry::getValue)
                .reduce(NOTHING, Amount::and);
    }

    /** Where levers cost more than they saved: by how much, measured and estimated together. */
    public BigDecimal overspent() {
        return all(true).and(all(false)).overspent();
    }

    /** What one lever came to, measured and estimated together. */
    Amount of(String lever) {
        return amounts.getOrDefault(new Lever(lever, false), NOTHING)
                .and(amounts.getOrDefault(new Lever(lever, true), NOTHING));
    }
}
