// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Usage;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * What calls to one model came to.
 *
 * @param calls how many there were
 * @param local how many of them were answered here
 * @param input input tokens that the provider counted, cached ones included
 * @param output output tokens that it counted
 * @param usd what the calls cost that have a price, in USD
 * @param unpriced how many calls have none, by the reason
 */
record Totals(long calls, long local, long input, long output, BigDecimal usd, Map<String, Long> unpriced) {
    static final Totals NONE = new Totals(0, 0, 0, 0, BigDecimal.ZERO, Map.of());

    /** One call. */
    static Totals of(Exchange exchange) {
        boolean local = exchange.recall().isLocal();
        Usage usage = local ? null : exchange.answer().usage();
        Cost cost = exchange.cost();
        return new Totals(
                1,
                local ? 1 : 0,
                usage == null ? 0 : usage.totalInput(),
                usage == null ? 0 : usage.totalOutput(),
                cost instanceof Cost.Known known ? known.usd() : BigDecimal.ZERO,
                cost instanceof Cost.Unknown unknown ? Map.of(unknown.reason(), 1L) : Map.of());
    }

    /** These and others. */
    Totals and(Totals more) {
        Map<String, Long> reasons = new TreeMap<>(unpriced);
        more.unpriced.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
        return new Totals(
                calls + more.calls,
                local + more.local,
                input + more.input,
                output + more.output,
                usd.add(more.usd),
                Map.copyOf(reasons));
    }
}
