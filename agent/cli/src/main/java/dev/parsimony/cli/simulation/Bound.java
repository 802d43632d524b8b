// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import java.math.BigDecimal;

/**
 * What no choice of marks and lifetimes could better.
 *
 * @param usd the amount, in USD
 * @param isOptimum whether one of them comes to it; else it is a lower bound
 */
public record Bound(BigDecimal usd, boolean isOptimum) {
    /** {@code optimum} or {@code lower bound}. */
    @Override
    public String toString() {
        return isOptimum ? "optimum" : "lower bound";
    }
}
