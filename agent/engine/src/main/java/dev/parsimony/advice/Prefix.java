// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.advice;

import java.math.BigDecimal;

/**
 * What stands before the conversation of a call, against the call before it. The amounts are those of
 * {@link dev.parsimony.exchange.Hindsight}.
 */
record Prefix(int standsFor, BigDecimal unread, BigDecimal broken, String breaker) {
    /** Nothing is to be said of it. */
    static Prefix unremarkable(int standsFor) {
        return new Prefix(standsFor, BigDecimal.ZERO, BigDecimal.ZERO, "");
    }

    Prefix withUnread(BigDecimal usd) {
        return new Prefix(standsFor, usd, broken, breaker);
    }

    Prefix withBroken(BigDecimal usd, String by) {
        return new Prefix(standsFor, unread, usd, by);
    }
}
