// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import dev.parsimony.exchange.Cost;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a call costs, line by line.
 *
 * @param title the model and its provider
 * @param lines one for each kind of token and each tool that was used; those that have a price
 * @param factors what they are multiplied by
 * @param remarks what else the prices depend on, and whether they are disputed
 * @param cost the sum of the lines times their factors, or why there is none
 */
public record Bill(String title, List<Line> lines, List<Factor> factors, List<String> remarks, Cost cost) {
    /**
     * One kind of token, or one tool of the provider's.
     *
     * @param what the kind, {@code cache_read}
     * @param count how many
     * @param price the price in USD
     * @param per for how many of them: a million tokens, a thousand uses
     * @param usd the amount in USD, exact, before factors
     */
    public record Line(String what, long count, BigDecimal price, long per, BigDecimal usd) {
        private static final long MILLION = 1_000_000;
        private static final long THOUSAND = 1_000;

        static Line ofTokens(String what, long tokens, BigDecimal perMillion) {
            return new Line(what, tokens, perMillion, MILLION, Money.of(tokens, perMillion));
        }

        static Line ofUses(String tool, long uses, BigDecimal perThousand) {
            BigDecimal usd = perThousand.multiply(BigDecimal.valueOf(uses)).movePointLeft(3);
            return new Line(tool, uses, perThousand, THOUSAND, usd);
        }

        /** Whether this is a tool of the provider's, which has a price of its own whatever the tier. */
        public boolean isTool() {
            return per == THOUSAND;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-16s %,15d  x %10s / %,9d  = %s",
                    what.replace('_', ' '),
                    count,
                    Money.plain(price),
                    per,
                    Money.plain(usd));
        }
    }

    /**
     * What amounts are multiplied by.
     *
     * @param times the factor
     * @param why what it is for
     * @param overAll whether it holds for the provider's tools as well, not for tokens alone
     */
    public record Factor(BigDecimal times, String why, boolean overAll) {
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
        Stream.of(
                        lines.stream().filter(line -> !line.isTool()),
                        factors.stream().filter(factor -> !factor.overAll()),
                        lines.stream().filter(Line::isTool),
                        factors.stream().filter(Factor::overAll),
                        remarks.stream())
                .flatMap(part -> part)
                .forEach(part -> text.append("  ").append(part).append('\n'));
        return text.append("  total ").append(total()).toString();
    }

    private String total() {
        if (cost instanceof Cost.Known known) {
            return Money.plain(known.usd()) + " USD" + (known.disputed() ? " (low confidence)" : "");
        }
        return "unknown: " + ((Cost.Unknown) cost).reason();
    }
}
