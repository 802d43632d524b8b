// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All charges so far.
 *
 * @param charges one per billed request, in the order they were settled
 */
public record Bill(List<Charge> charges) {

    /** A bill of these charges. */
    public Bill {
        charges = List.copyOf(charges);
    }

    /** What everything cost, USD, exact. */
    public BigDecimal total() {
        return charges.stream().map(charge -> charge.amounts().total()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The charges summed by model, in the order of their names. */
    public SortedMap<String, Line> byModel() {
        SortedMap<String, Line> lines = new TreeMap<>();
        for (Charge charge : charges) {
            lines.merge(charge.model().id(), new Line(1, charge.usage(), charge.amounts()), Line::plus);
        }
        return lines;
    }

    /**
     * What one model cost.
     *
     * @param requests how many were billed
     * @param usage their tokens
     * @param amounts their price by class of tokens, USD, exact
     */
    public record Line(int requests, Usage usage, Amounts amounts) {

        Line plus(Line other) {
            return new Line(requests + other.requests, usage.plus(other.usage), amounts.plus(other.amounts));
        }
    }
}
