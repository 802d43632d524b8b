// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import java.util.Locale;

/**
 * Other prices for long requests. They hold for the whole request, output included, not only for the tokens beyond (Anthropic,
 * OpenAI, Google and xAI alike, price pages of autumn 2026).
 *
 * @param inputTokens the prices hold where all input, cached parts included, is more than this
 * @param prices the prices
 */
public record Threshold(long inputTokens, Prices prices) {
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "above %,d input tokens: %s", inputTokens, prices);
    }
}
