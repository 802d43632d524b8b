// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.report;

import dev.parsimony.advice.Swap;
import dev.parsimony.ledger.LedgerLine;
import java.math.BigDecimal;
import java.util.Map;

/** What calls would have cost less at cheaper models, which a user names. */
@FunctionalInterface
public interface Swaps {
    /**
     * What a call would have cost less.
     *
     * @param call any line of a ledger
     * @return in USD, for each cheaper model that it could have gone to; negative where that is dearer
     */
    Map<Swap, BigDecimal> of(LedgerLine call);

    /** Nobody named one. */
    static Swaps none() {
        return call -> Map.of();
    }
}
