// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;

/**
 * What a model costs. Some models charge other prices for the whole request, its answer included, once the prompt is longer than a threshold.
 *
 * @param usual prices of a usual prompt
 * @param threshold tokens of a prompt, cached ones included, above which it counts as long
 * @param ofLongPrompts prices of a long prompt
 * @param fastFactor what Anthropic's {@code speed: fast} multiplies every price by; 1 where it is not offered
 * @param later what it costs from some time on, as announced
 */
public record Tariff(
        Prices usual,
        long threshold,
        Prices ofLongPrompts,
        BigDecimal fastFactor,
        NavigableMap<Instant, Tariff> later) {

    /** What holds at a time. */
    public Tariff at(Instant time) {
        Map.Entry<Instant, Tariff> change = later.floorEntry(time);
        return change == null ? this : change.getValue();
    }

    /** The exact price of this usage in USD, every price multiplied by the factor of its terms. */
    public Amounts price(Usage usage, BigDecimal factor) {
        return (usage.input() > threshold ? ofLongPrompts : usual).of(usage, factor);
    }
}
