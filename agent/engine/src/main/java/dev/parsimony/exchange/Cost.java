// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a call cost. */
public sealed interface Cost {
    /**
     * A cost that can be stood for.
     *
     * @param usd the amount in USD, exact, 0 or more
     * @param disputed whether sources disagree about the price it rests on
     * @param byProvider whether the provider itself said it; else it is tokens by tariff
     * @param list what it were in USD without the user's contract; null where that is not known
     */
    record Known(
            BigDecimal usd,
            boolean disputed,
            boolean byProvider,
            @Nullable BigDecimal list) implements Cost {
        /** A cost that no contract changed; what a provider says it charged may rest on one. */
        public Known(BigDecimal usd, boolean disputed, boolean byProvider) {
            this(usd, disputed, byProvider, byProvider ? null : usd);
        }
    }

    /**
     * No cost can be told; never to be shown as 0.
     *
     * @param reason why, as a word with underscores: {@code unknown_model}, {@code no_usage}
     */
    record Unknown(String reason) implements Cost {}

    /** A cost by our own tariffs. */
    static Cost known(BigDecimal usd, boolean disputed) {
        return new Known(usd, disputed, false);
    }

    /** What the provider itself says it charged. */
    static Cost charged(BigDecimal usd) {
        return new Known(usd, false, true);
    }

    /** No cost, for this reason. */
    static Cost unknown(String reason) {
        return new Unknown(reason);
    }
}
