// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.sample;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What a morning cost.
 *
 * @param spent USD by model
 * @param calls calls that reached a provider
 * @param saved USD by lever, as Parsimony reckons; empty without it
 * @param overspent USD by lever, as Parsimony reckons; empty without it
 */
record Outcome(
        Map<String, BigDecimal> spent, long calls, Map<String, BigDecimal> saved, Map<String, BigDecimal> overspent) {
    BigDecimal total() {
        return spent.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
