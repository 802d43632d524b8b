// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.math.BigDecimal;

/**
 * What a million tokens of each class cost, in USD.
 *
 * @param input tokens neither read from nor written to a cache
 * @param read tokens read from a cache
 * @param write tokens written for the short life (Anthropic 5 minutes, OpenAI 30 minutes)
 * @param longWrite tokens written for the long life (Anthropic 1 hour, OpenAI 12 hours)
 * @param output tokens of the answer, thinking included
 */
public record Prices(BigDecimal input, BigDecimal read, BigDecimal write, BigDecimal longWrite, BigDecimal output) {

    private static final int MILLION = 6;

    /** The exact price of this usage in USD, each class apart, every price multiplied by the factor. */
    Amounts of(Usage usage, BigDecimal factor) {
        return new Amounts(
                price(input, usage.uncached(), factor),
                price(read, usage.read(), factor),
                price(write, usage.write(), factor),
                price(longWrite, usage.longWrite(), factor),
                price(output, usage.output(), factor));
    }

    private static BigDecimal price(BigDecimal perMillion, long tokens, BigDecimal factor) {
        return perMillion.multiply(BigDecimal.valueOf(tokens)).multiply(factor).movePointLeft(MILLION);
    }
}
