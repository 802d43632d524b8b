// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.math.BigDecimal;

/**
 * What one lever made a call cheaper by, against the request as the application made it.
 *
 * @param lever {@code prompt_cache}, {@code response_cache}, {@code model}, ...
 * @param rule the rule that pulled it; empty for a default
 * @param usd the amount in USD, exact; negative where the lever cost more than it saved
 * @param estimated whether it rests on an estimate
 */
public record Saving(String lever, String rule, BigDecimal usd, boolean estimated) {}
