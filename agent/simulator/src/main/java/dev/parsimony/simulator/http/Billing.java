// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Amounts;
import dev.parsimony.simulator.billing.Charge;
import dev.parsimony.simulator.billing.Usage;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What several requests to one model came to.
 *
 * @param requests how many
 * @param usage their tokens
 * @param amounts their price by class of tokens
 */
record Billing(int requests, Usage usage, Amounts amounts) {

    private static Billing of(Charge charge) {
        return new Billing(1, charge.usage(), charge.amounts());
    }

    private Billing plus(Billing other) {
        return new Billing(requests + other.requests, usage.plus(other.usage), amounts.plus(other.amounts));
    }

    /** The charges by model, or all of them under an empty name. */
    static SortedMap<String, Billing> of(List<Charge> charges, boolean byModel) {
        SortedMap<String, Billing> sums = new TreeMap<>();
        charges.forEach(charge -> sums.merge(byModel ? charge.model().id() : "", of(charge), Billing::plus));
        return sums;
    }
}
