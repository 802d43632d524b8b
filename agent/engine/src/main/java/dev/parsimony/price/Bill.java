// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import dev.parsimony.exchange.Cost;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * What a call costs, line by line.
 *
 * @param title the model and its provider
 * @param lines one for each kind of token that was used; those that have a price
 * @param factors what their sum is multiplied by
 * @param remarks what else the prices depend on, and whether they are disputed
 * @param cost the sum times the factors, or why there is none
 */
public record Bill(String title, List<Line> lines, List<Factor> factors, List<String> remarks, Cost cost) {
    /**
     * One kind of token.
     *
     * @param what the kind, {@code cache_read}
     * @param tokens how many
     * @param perMillion the price in USD per million
     * @param usd the amount in USD, exact, before factors
     */
    public record Line(String what, long tokens, BigDecimal perMillion, BigDecimal usd) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-16s %,15d  x %10s / 1,000,000  = %s",
                    what.replace('_', ' '),
                    tokens,
                    Money.plain(perMillion),
                    Money.plain(usd));
        }
    }

    /**
     * What the sum is multiplied by.
     *
     * @param times the factor
     * @param why what it is for
     */
    public record Factor(BigDecimal times, String why) {
        @Override
        public String toString() {
            return "x " + Money.plain(times) + "  " + why;
        }
    }

    /** Makes the lists unchangeable. */
    public Bill {
        lines = List.copyOf(lines);
        factors = List.copyOf(factors);
        remarks = List.copyOf(remarks);
    }

    /** No bill, for this reason. */
    static Bill unpriced(String title, String reason) {
        return new Bill(title, List.of(), List.of(), List.of(), Cost.unknown(reason));
    }

    /** The whole bill as text, ending with its total. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(title).append('\n');
        lines.forEach(line -> text.append("  ").append(line).append('\n'));
        factors.forEach(factor -> text.append("  ").append(factor).append('\n'));
        remarks.forEach(remark -> text.append("  ").append(remark).append('\n'));
        return text.append("  total ").append(total()).toString();
    }

    private String total() {
        if (cost instanceof Cost.Known known) {
            return Money.plain(known.usd()) + " USD" + (known.disputed() ? " (low confidence)" : "");
        }
        return "unknown: " + ((Cost.Unknown) cost).reason();
    }
}
