// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import java.util.List;

/**
 * How far a tariff can be trusted, and why.
 *
 * @param confidence {@code high}, {@code medium} or {@code low}
 * @param disputes where sources disagree about a price, or a price is derived rather than read
 * @param minimumDisputes the same for the shortest cacheable prefix
 * @param sources where the figures are from, each with its date
 * @param agrees other tables that say the same
 * @param notes what else is to be known
 */
public record Provenance(
        String confidence,
        List<String> disputes,
        List<String> minimumDisputes,
        List<String> sources,
        List<String> agrees,
        String notes) {
    /** Whether the prices are to be shown as of low confidence. */
    public boolean disputed() {
        return confidence.equals("low") || !disputes.isEmpty();
    }
}
